import type { OpenAPIObject } from '@nestjs/swagger';

/** A JSON Schema, as far as the document uses it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  example?: unknown;
}

interface Described {
  'x-access'?: string;
  parameters?: { name: string; in: string; schema?: Schema; example?: unknown }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses?: Record<string, { content?: Record<string, unknown> }>;
}

/** One operation of the OpenAPI document. */
export interface Operation {
  /** Method and path as the document has them: `PUT /api/stores/{id}`. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** `x-access`; undefined when the document does not say. */
  access: string | undefined;
  /** Names in the path, in order. */
  pathParams: string[];
  queryParams: { name: string; schema: Schema }[];
  body: { mediaType: string; schema: Schema } | null;
  /** Its answer goes on for as long as somebody listens. */
  isEndless: boolean;
}

export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Described>).map(([method, described]) => {
      const verb = method.toUpperCase() as Operation['method'];
      const [body] = Object.entries(described.requestBody?.content ?? {});
      return {
        name: `${verb} ${path}`,
        method: verb,
        path,
        access: described['x-access'],
        pathParams: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
        queryParams: (described.parameters ?? [])
          .filter((parameter) => parameter.in === 'query')
          .map(({ name, schema, example }) => ({ name, schema: { example, ...schema } })),
        body: body ? { mediaType: body[0], schema: body[1].schema ?? {} } : null,
        isEndless: described.responses?.['200']?.content?.['text/event-stream'] !== undefined,
      };
    }),
  );
}

/** The path with its parameters put in. */
export const pathWith = ({ path }: Operation, params: Record<string, string | number>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
