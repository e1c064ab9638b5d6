import { ApiProperty } from '@nestjs/swagger';

const KINDS = ['totp', 'passkey'];

export class FactorAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ enum: KINDS, enumName: 'FactorKind' }) readonly kind!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'null: an authenticator app has no name' })
  readonly name!: string | null;
  @ApiProperty({ format: 'date-time' }) readonly enrolledAt!: string;
}

export class FactorsAnswer {
  @ApiProperty({ type: FactorAnswer, isArray: true }) readonly factors!: readonly FactorAnswer[];
  @ApiProperty({ type: 'integer' }) readonly recoveryCodesLeft!: number;
  @ApiProperty({
    enum: KINDS,
    enumName: 'FactorKind',
    isArray: true,
    description: 'what can be enrolled at this address; browsers do not sign at an IP address or over plain HTTP',
  })
  readonly possible!: readonly string[];
}

export class NewSecretAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ description: 'otpauth://…, for the camera of the app', example: 'otpauth://totp/…' })
  readonly uri!: string;
  @ApiProperty({ description: 'the same secret to type: base32' }) readonly secret!: string;
}

export class EnrolledAnswer {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({
    type: 'string',
    isArray: true,
    description: 'told here and never again; empty: those told with the first factor hold',
  })
  readonly recoveryCodes!: readonly string[];
}

export class RecoveryCodesAnswer {
  @ApiProperty({ type: 'string', isArray: true, description: 'told here and never again' })
  readonly recoveryCodes!: readonly string[];
}

export class PasswordPolicyAnswer {
  @ApiProperty({ enum: ['asvs', 'dengbao'], enumName: 'PasswordProfile' }) readonly profile!: string;
  @ApiProperty({ type: 'integer', description: 'fewest characters' }) readonly least!: number;
  @ApiProperty({ type: 'integer', description: 'most characters' }) readonly most!: number;
  @ApiProperty({ type: 'integer', description: 'of four: upper case, lower case, digits, others' })
  readonly classes!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'days until it has to be replaced; null: never' })
  readonly days!: number | null;
  @ApiProperty({ type: 'integer', description: 'none of the last so many, the present one among them' })
  readonly remembered!: number;
}
