import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../http/fields.js';

export class SignInQuery {
  @Text(1, 300, { optional: true, example: '/todo', description: 'a path of ours to go to afterwards' })
  readonly to?: string | null;
}

export class SignInOfferAnswer {
  @ApiProperty({ type: 'string', nullable: true, description: 'null: there is none' }) readonly issuer!: string | null;
}

export class ExternalIdentityDto {
  @Text(1, 255, { description: 'the provider’s name for the person (`sub`)' }) readonly subject!: string;
}

export class ExternalIdentityAnswer {
  @ApiProperty() readonly issuer!: string;
  @ApiProperty() readonly subject!: string;
}
