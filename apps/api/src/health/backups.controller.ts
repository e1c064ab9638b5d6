import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { BACKUPS, type BackupEvent, type BackupMade } from '#libs/custody';
import { EventStore } from '#libs/event-store';
import { Answers, Has } from '../http/told.js';

const NEWEST = 30;

class BackupAnswer implements BackupMade {
  @Has('text', { description: 'name of the folder' }) readonly name!: string;
  @Has('moment', { description: 'when it was whole' }) readonly at!: string;
  @Has('whole') readonly files!: number;
  @Has('whole') readonly bytes!: number;
  @Has('whole', { description: 'of the newest event that is surely in it' }) readonly position!: number;
}

class BackupsAnswer {
  @Has([BackupAnswer]) readonly items!: readonly BackupAnswer[];
}

/** The copies that `npm run backup` made, from the log. */
@ApiTags('health')
@Controller('api/backups')
export class BackupsController {
  constructor(private readonly store: EventStore) {}

  @Get()
  @ApiOperation({
    operationId: 'listBackups',
    summary: `最近的备份，至多 ${NEWEST} 份 · The newest backups, at most ${NEWEST}`,
  })
  @Answers(BackupsAnswer)
  async list(): Promise<BackupsAnswer> {
    const { events } = await this.store.read<BackupEvent>(BACKUPS);
    const newest = events.slice(-NEWEST).reverse();
    return { items: newest.map(({ data, recordedAt }) => ({ ...data, at: recordedAt })) };
  }
}
