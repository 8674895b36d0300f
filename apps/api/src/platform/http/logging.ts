import { LoggerModule } from 'nestjs-pino';
import type { IncomingMessage } from 'node:http';
import { Config } from '../../config/config';

/** Query strings may carry secrets (order links), so only the path is logged; without the secret of a download. */
const pathOf = (url: string | undefined) => url?.split('?', 1)[0]?.replace(/(\/downloads\/)[\w-]{72}/, '$1…');

/** One line of JSON per request and event: no headers, no bodies, no query strings. */
export const loggingModule = () =>
  LoggerModule.forRootAsync({
    inject: [Config],
    useFactory: (config: Config) => ({
      pinoHttp: {
        level: config.logLevel,
        quietReqLogger: true,
        serializers: {
          req: (request: { id: string; method: string; url: string }) => ({
            id: request.id,
            method: request.method,
            path: pathOf(request.url),
          }),
          res: (response: { statusCode: number }) => ({ status: response.statusCode }),
        },
        customSuccessMessage: (request: IncomingMessage, response) =>
          `${request.method} ${pathOf(request.url)} ${response.statusCode}`,
        customLogLevel: (_request, response, error) => {
          if (error || response.statusCode >= 500) return 'error';
          return 'info';
        },
      },
    }),
  });
