import { ApiProperty } from '@nestjs/swagger';

/** A step of an evaluation that a receipt can be had of. */
export class ReceiptableStep {
  @ApiProperty({ type: 'integer', minimum: 1, description: '事件流中的序号 · its number in the stream' })
  readonly number!: number;
  @ApiProperty({ type: 'integer', minimum: 0 }) readonly position!: number;
  @ApiProperty({ example: 'EvaluationSubmitted' }) readonly type!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty() readonly personId!: string;
  @ApiProperty({ description: '已封存，可以领取 · sealed: the receipt can be had' }) readonly sealed!: boolean;
}

export class ReceiptList {
  @ApiProperty({ type: [ReceiptableStep] }) readonly items!: readonly ReceiptableStep[];
}

/** A receipt for the screen and for paper; its file is the same text. */
export class ReceiptAnswer extends ReceiptableStep {
  @ApiProperty({ example: 'EvaluationSubmitted-42.tlog-proof' }) readonly fileName!: string;
  @ApiProperty({ description: 'C2SP tlog-proof' }) readonly text!: string;
  @ApiProperty({ type: [String], description: '分段二维码的内容 · what the QR codes hold, part by part' })
  readonly parts!: readonly string[];
  @ApiProperty() readonly origin!: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '检查点的条数 · size of the checkpoint' })
  readonly size!: number;
  @ApiProperty({ description: '检查点的根，十六进制 · its root in hex' }) readonly root!: string;
  @ApiProperty({ type: [String], description: '验证公钥 · verifier keys of the log' })
  readonly keys!: readonly string[];
}
