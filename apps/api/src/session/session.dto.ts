import { Shaped, Text } from '../http/fields.js';

export class LogInDto {
  @Text(1, 100, { example: 'yang' }) readonly login!: string;
  @Text(1, 512, { description: 'up to 512 characters are looked at' }) readonly password!: string;
}

export class ChangePasswordDto {
  @Text(1, 512) readonly current!: string;
  @Text(1, 512, { description: '12 to 128 characters' }) readonly next!: string;
}

export class BootstrapDto {
  @Shaped(/^[\w-]{43}$/, { description: 'the token of the one-time link' }) readonly token!: string;
  @Text(1, 60, { example: '覃管理' }) readonly name!: string;
  @Shaped(/^[a-z0-9][a-z0-9._-]{1,39}$/, { example: 'admin' }) readonly login!: string;
  @Text(1, 512, { description: '12 to 128 characters' }) readonly password!: string;
}
