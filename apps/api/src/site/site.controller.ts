import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answeredOnce } from '../http/content-policy.js';
import { BuiltSite, cachingOf, PAGE } from './built-site.js';
import { PLAIN_PAGE } from './plain-page.js';

/** The web interface: its files, and its page at every address that is no file and not the API's, so that links lead deep. */
@ApiExcludeController()
@Controller()
export class SiteController {
  constructor(private readonly site: BuiltSite) {}

  @Get()
  @ApiOperation({ operationId: 'getSite' })
  root(@Res() reply: FastifyReply): FastifyReply {
    return this.#sendPage(reply, this.site.page ?? PLAIN_PAGE);
  }

  /** Refuses (not found) what neither is a file of the interface nor one of its addresses. */
  @Get('*')
  @ApiOperation({ operationId: 'getSiteFile' })
  any(@Req() { url }: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    const { page } = this.site;
    const file = page === undefined ? undefined : this.site.fileFor(url.split('?', 1)[0] ?? '');
    if (page === undefined || file === undefined) throw new NotFoundException();
    return file === PAGE ? this.#sendPage(reply, page) : reply.header('cache-control', cachingOf(file)).sendFile(file);
  }

  #sendPage(reply: FastifyReply, page: string): FastifyReply {
    return reply.type('text/html; charset=utf-8').send(answeredOnce(page, reply));
  }
}
