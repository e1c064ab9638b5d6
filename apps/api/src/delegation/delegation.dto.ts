import { Day, Id, Text } from '../http/fields.js';

export class DelegationDto {
  @Id({ description: 'the reviewer who takes your seats' }) readonly delegate!: string;
  @Day({ description: 'the first day, today or later' }) readonly from!: string;
  @Day({ description: 'the last day; at most 90 days in all' }) readonly until!: string;
  @Text(2, 500, { example: '出差' }) readonly reason!: string;
}

export class DelegationEndDto {
  @Text(2, 500) readonly reason!: string;
}
