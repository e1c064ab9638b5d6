import { UploadOutlined } from '@ant-design/icons';

interface Props {
  readonly label: string;
  /** Extensions and media types; not given: any. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Chooses files in the words of the page; a browser's own button speaks the language of the machine. */
export function FileButton({ label, accept, multiple, disabled, onFiles }: Props) {
  return (
    <label className="file-button">
      <UploadOutlined aria-hidden />
      <span>{label}</span>
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = ''; // the same file may be chosen again
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
