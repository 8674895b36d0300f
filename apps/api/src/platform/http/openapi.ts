import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ERROR_STATUS, type ApiKeyScope, type ErrorCode } from '@souk/contracts';
import { ErrorResponse } from '@souk/contracts/common.dto';
import type { Access } from '../access/access';
import { neededScope, type DeclaredScope } from '../access/scopes';
import { ratesOf, type LimitName, type Rate } from '../limits/limits';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  'x-access'?: Access;
  'x-scope'?: ApiKeyScope | DeclaredScope;
  'x-errors'?: ErrorCode[];
  'x-unavailable'?: boolean;
  'x-limit'?: LimitName;
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const WHO: Record<Access, string> = {
  anyone: 'anyone',
  user: 'any signed-in user',
  vendor: 'vendors',
  owner: 'the owner',
  author: 'the author',
  reviewer: 'reviewers: vendors for products that are not theirs, buyers for products that they have bought',
  staff: 'staff',
};

const RETRY_AFTER = {
  'Retry-After': {
    description: 'Seconds to wait, as `details.retryAfter`.',
    schema: { type: 'integer', minimum: 1 },
  },
} as const;

const DESCRIPTION = `Multi-vendor marketplace. Money is a decimal string in the marketplace's currency; lists are paged by an
opaque cursor; errors have one shape and a stable code. Sign in with \`POST /api/auth/login\` and send the access token as
\`Authorization: Bearer …\`, or an API key in its place. Guests keep their cart by \`X-Cart-Token\`. Limited
answers say by \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` (seconds) what is left.`;

/** The document at /api/openapi.json: what the decorators say, with access and error answers added to every operation. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setTitle('Souk')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, info, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    extraModels: [ErrorResponse],
  });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (operation) describe(operation, method, path);
    }
  }
  return withNullTypes(document) as OpenAPIObject;
}

function describe(operation: Operation, method: string, path: string): void {
  const access = operation['x-access'] ?? 'anyone';
  const rates = ratesOf(method.toUpperCase(), operation['x-limit']);
  const errors = [...commonErrors(operation, path), ...(operation['x-errors'] ?? [])];
  if (rates.length > 0) errors.push('RATE_LIMIT_EXCEEDED');
  const answers = groupByStatus(errors);
  if (operation['x-unavailable']) answers.set(503, ['SERVER_ERROR']);
  delete operation['x-errors'];
  delete operation['x-unavailable'];
  delete operation['x-limit'];
  const scope = neededScope(method.toUpperCase(), access, operation['x-scope'] as DeclaredScope | undefined);
  if (scope) operation['x-scope'] = scope;
  else delete operation['x-scope'];
  const rules = `Access: ${WHO[access]}. API key: ${scope ? `scope \`${scope}\`` : 'none'}.`;
  operation.description = [operation.description, rules, limitText(rates)].filter(Boolean).join('\n\n');
  if (method === 'get') describeTag(operation);
  for (const [status, codes] of answers) {
    operation.responses[status] ??= {
      description: codes.join(', '),
      ...([429, 503].includes(status) && { headers: RETRY_AFTER }),
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/ErrorResponse' },
        },
      },
    };
  }
}

/** What `tagReadings` does to every JSON answer. */
function describeTag({ responses }: Operation): void {
  const found = responses['200'];
  if (!found || !('content' in found) || !found.content?.['application/json']) return;
  found.headers = { ...found.headers, ETag: { schema: { type: 'string' } } };
  responses['304'] = { description: 'It is still what `If-None-Match` names.' };
}

function commonErrors(operation: Operation, path: string): ErrorCode[] {
  const codes: ErrorCode[] = [
    'VALIDATION_ERROR',
    'AUTHENTICATION_REQUIRED',
    'PERMISSION_DENIED',
    'SERVER_ERROR',
  ];
  if (operation.requestBody) codes.push('PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE');
  if (path.includes('{')) codes.push('NOT_FOUND');
  if (operation.parameters?.some((parameter) => 'name' in parameter && parameter.name === 'If-Match'))
    codes.push('PRECONDITION_FAILED');
  return codes;
}

function limitText(rates: readonly Rate[]): string {
  const texts = rates.map(({ per, most, mostAnonymous, seconds }) => {
    const anonymous = mostAnonymous ? `, ${mostAnonymous} without credentials` : '';
    return `${most} in ${seconds} s per ${per}${anonymous}`;
  });
  return texts.length > 0 ? `Limit: ${texts.join('; ')}.` : '';
}

function groupByStatus(codes: ErrorCode[]): Map<number, ErrorCode[]> {
  const groups = new Map<number, ErrorCode[]>();
  for (const code of new Set(codes)) {
    const status = ERROR_STATUS[code];
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return groups;
}

/** OpenAPI 3.1 says `null` as JSON Schema does; the decorators still write 3.0's `nullable`. */
function withNullTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNullTypes);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Record<string, unknown>;
  const node = Object.fromEntries(Object.entries(rest).map(([key, member]) => [key, withNullTypes(member)]));
  if (nullable !== true)
    return typeof nullable === 'boolean' || nullable === undefined ? node : { ...node, nullable };
  if (typeof node.type === 'string' && !node.enum) return { ...node, type: [node.type, 'null'] };
  const { description, example, ...schema } = node;
  return { description, example, anyOf: [schema, { type: 'null' }] };
}
