import { Input } from 'antd';
import type { CSSProperties } from 'react';

type Props = Omit<Parameters<typeof Input.TextArea>[0], 'autoSize' | 'rows' | 'value'> & {
  readonly value?: string;
  readonly least?: number;
  readonly most?: number;
};

/**
 * A text field as high as its text, between so many lines. The library grows one by writing style attributes, which the
 * content policy forbids; here the same text, unseen, holds the place open.
 */
export function GrowingText({ least = 1, most = 6, value = '', ...field }: Props) {
  return (
    <div className="growing" data-text={value} style={{ '--most': most } as CSSProperties}>
      <Input.TextArea {...field} value={value} rows={least} />
    </div>
  );
}
