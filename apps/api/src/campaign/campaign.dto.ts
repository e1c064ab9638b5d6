import { Id, Ids, Instant, Shaped, Text, Whole } from '../http/fields.js';

export class CampaignDto {
  @Text(2, 100, { example: '2021年度部门整体支出绩效自评' }) readonly name!: string;
  @Shaped(/^[0-9]{6}$/, { example: '431225' }) readonly divisionCode!: string;
  @Whole(2000, 2100, { example: 2021 }) readonly fiscalYear!: number;
  @Id({ description: 'the bureau or department that runs it' }) readonly ownerId!: string;
  @Instant({ example: '2022-03-01T00:00:00.000Z' }) readonly opensAt!: string;
  @Instant({ example: '2022-05-31T16:00:00.000Z' }) readonly dueAt!: string;
}

export class TasksDto {
  @Ids(1, 500, { description: 'units that get the task; those that have it already are left as they are' })
  readonly unitIds!: readonly string[];
}
