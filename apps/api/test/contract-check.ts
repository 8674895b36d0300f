import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Responses = Record<string, { content?: Record<string, { schema?: object }> }>;

/** Holds every answer of the suite against the OpenAPI document: the status must be documented, the body must fit. */
export class ContractCheck {
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();
  /** Those that say more come first. */
  private readonly paths: { pattern: RegExp; path: string }[];

  constructor(readonly document: OpenAPIObject) {
    addFormats(this.ajv);
    this.ajv.addSchema({ $id: 'souk', components: { schemas: closed(document.components?.schemas ?? {}) } });
    const literal = (path: string) => path.replace(/\{\w+\}/g, '').length;
    const paths = Object.keys(document.paths).sort((a, b) => literal(b) - literal(a));
    this.paths = paths.map((path) => ({
      path,
      pattern: new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`),
    }));
  }

  /** @throws Error that says how the answer differs from the document */
  check(method: string, url: string, status: number, contentType: string, body: unknown): void {
    const pathname = url.split('?', 1)[0]?.replace(/\/+$/, '') ?? '';
    const match = this.paths.find(({ pattern }) => pattern.test(pathname));
    const operation = match && this.document.paths[match.path]?.[method.toLowerCase() as 'get'];
    if (!operation) return;
    const responses = operation.responses as Responses;
    const documented = responses[String(status)];
    if (!documented)
      throw new Error(
        `${method} ${match.path} answered ${status}, which the OpenAPI document does not know.`,
      );
    const schema = documented.content?.['application/json']?.schema;
    if (!schema || !contentType.includes('json')) return;
    const validate = this.validator(`${method} ${match.path} ${status}`, schema);
    if (!validate(body)) {
      throw new Error(
        `${method} ${match.path} ${status} is not as documented: ${this.ajv.errorsText(validate.errors)}`,
      );
    }
  }

  private validator(name: string, schema: object): ValidateFunction {
    const known = this.validators.get(name);
    if (known) return known;
    const absolute = JSON.parse(
      JSON.stringify(schema).replaceAll('"#/components', '"souk#/components'),
    ) as object;
    const made = this.ajv.compile(absolute);
    this.validators.set(name, made);
    return made;
  }
}

type Schema = { type?: string; properties?: object; additionalProperties?: unknown };

/** Answers may have no field that the document does not name. */
const closed = (schemas: object) =>
  Object.fromEntries(
    Object.entries(schemas as Record<string, Schema>).map(([name, schema]) => [
      name,
      schema.properties && schema.additionalProperties === undefined
        ? { ...schema, additionalProperties: false }
        : schema,
    ]),
  );
