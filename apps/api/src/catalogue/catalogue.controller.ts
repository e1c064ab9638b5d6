import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FIGURES, HEAD_FIELDS, SECTIONS } from '#libs/sheet';
import { CatalogueAnswer } from './catalogue.answer.js';

const CATALOGUE: CatalogueAnswer = {
  head: [...HEAD_FIELDS],
  figures: Object.entries(FIGURES).map(([id, { label, unit, parent, by }]) => ({
    id,
    label,
    unit,
    parent: parent ?? null,
    by,
  })),
  sections: Object.entries(SECTIONS).map(([id, label]) => ({ id, label })),
};

/** The fields that every sheet may have, in the order of print. */
@ApiTags('catalogue')
@Controller('api/catalogue')
export class CatalogueController {
  @Get()
  @ApiOperation({
    operationId: 'getCatalogue',
    summary: '自评表的栏目：表头、基础数据、提纲 · The fields of a sheet: head, figures, sections',
  })
  @ApiOkResponse({ type: CatalogueAnswer })
  get(): CatalogueAnswer {
    return CATALOGUE;
  }
}
