import { Page } from './common.dto';
import { API_KEY_SCOPES, type ApiKeyScope } from './enums';
import { LIMITS } from './limits';
import { EnumListField, Line, SomeOf } from './validators';

export class ApiKeyInput {
  /** What its owner calls it. @example Warehouse */
  @Line({ min: 1, max: LIMITS.apiKeys.name })
  name: string;

  /** `read` reads; `products`, `orders` and `reviews` write. Only vendors may ask for `products`. @example ["read", "orders"] */
  @SomeOf(API_KEY_SCOPES, 'ApiKeyScope')
  scopes: ApiKeyScope[];
}

export class ApiKeyDto {
  /** @example 4 */
  id: number;
  /** @example Warehouse */
  name: string;
  /** The key's first characters. @example sk_Zx81kQ0vT */
  prefix: string;
  @EnumListField(API_KEY_SCOPES, 'ApiKeyScope')
  scopes: ApiKeyScope[];
  /** To the minute; `null` for never. @example 2026-11-04T18:02:00.000Z */
  lastUsedAt: string | null;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
}

export class NewApiKeyDto extends ApiKeyDto {
  /** Told this once, stored nowhere. @example sk_Zx81kQ0vTn3m5fJ7pWc2RbY6uHdLgEaX4iSoKqM9NtU */
  key: string;
}

export class ApiKeyPage extends Page {
  items: ApiKeyDto[];
}
