import 'reflect-metadata';
import { Body, Controller, Get, HttpCode, Inject, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { environment } from '#libs/config';

/** The least an endpoint on NestJS and Fastify can do with PostgreSQL: one INSERT, one SELECT by key. Nothing is checked. */
const { PORT, DATABASE_URL } = environment();
const pool = new Pool({ connectionString: DATABASE_URL, max: 16 });
await pool.query(
  'create table if not exists minimal (id bigint generated always as identity primary key, body jsonb not null)',
);

@Controller('rows')
class RowsController {
  constructor(@Inject(Pool) private readonly rows: Pool) {}

  @Post()
  @HttpCode(200)
  async insert(@Body() body: object) {
    const { rows } = await this.rows.query({
      name: 'insert',
      text: 'insert into minimal (body) values ($1) returning id',
      values: [JSON.stringify(body)],
    });
    return rows[0];
  }

  @Get(':id')
  async select(@Param('id') id: string) {
    const { rows } = await this.rows.query({
      name: 'select',
      text: 'select * from minimal where id = $1',
      values: [id],
    });
    return rows[0];
  }
}

@Module({ controllers: [RowsController], providers: [{ provide: Pool, useValue: pool }] })
class MinimalModule {}

const app = await NestFactory.create<NestFastifyApplication>(MinimalModule, new FastifyAdapter(), { logger: false });
await app.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => void app.close().then(() => pool.end()));
