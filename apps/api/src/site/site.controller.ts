import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BuiltSite, cachingOf } from './built-site.js';
import { PLAIN_PAGE } from './plain-page.js';

/** The web interface: its files, and its page at every address that is no file and not the API's, so that links lead deep. */
@ApiExcludeController()
@Controller()
export class SiteController {
  constructor(private readonly site: BuiltSite) {}

  @Get()
  @ApiOperation({ operationId: 'getSite' })
  root(@Res() reply: FastifyReply): FastifyReply {
    return this.site.isBuilt
      ? this.#send(reply, 'index.html')
      : reply
          .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': cachingOf('index.html') })
          .send(PLAIN_PAGE);
  }

  /** Refuses (not found) what neither is a file of the interface nor one of its addresses. */
  @Get('*')
  @ApiOperation({ operationId: 'getSiteFile' })
  any(@Req() { url }: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    const file = this.site.isBuilt ? this.site.fileFor(url.split('?', 1)[0] ?? '') : undefined;
    if (file === undefined) throw new NotFoundException();
    return this.#send(reply, file);
  }

  #send(reply: FastifyReply, file: string): FastifyReply {
    return reply.header('cache-control', cachingOf(file)).sendFile(file);
  }
}
