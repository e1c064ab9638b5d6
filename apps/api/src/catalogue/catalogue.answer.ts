import { ApiProperty } from '@nestjs/swagger';

/** One amount or count that every sheet knows. */
export class CatalogueFigureAnswer {
  @ApiProperty({ example: 'BUD.BASIC' }) readonly id!: string;
  @ApiProperty({ example: '年初基本支出' }) readonly label!: string;
  @ApiProperty({ example: '万元' }) readonly unit!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'the figure it is a part of' })
  readonly parent!: string | null;
  @ApiProperty({ description: 'in which way its parent is split', example: 'nature' }) readonly by!: string;
}

/** A part of the narrative. */
export class CatalogueSectionAnswer {
  @ApiProperty({ example: 'duties' }) readonly id!: string;
  @ApiProperty({ example: '主要职责、工作任务及目标' }) readonly label!: string;
}

/** Everything a sheet may hold besides its own indicators, in the order of print. */
export class CatalogueAnswer {
  @ApiProperty({ type: 'string', isArray: true }) readonly head!: readonly string[];
  @ApiProperty({ type: CatalogueFigureAnswer, isArray: true }) readonly figures!: readonly CatalogueFigureAnswer[];
  @ApiProperty({ type: CatalogueSectionAnswer, isArray: true }) readonly sections!: readonly CatalogueSectionAnswer[];
}
