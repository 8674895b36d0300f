import type { ReturnDto } from '@souk/contracts/returns.dto';
import { Badge } from '~/components/badge';
import { formatDate } from '~/lib/format';
import { RETURN_REASON_WORDS, RETURN_STATUS_WORDS } from '~/lib/return-words';
import type { PartOf } from '../api/sales';
import { ReturnAnswer } from './return-answer';

/** What buyers want to send back of this part: the vendor's answer is asked for, or told. */
export function PartReturns({ order, part }: PartOf) {
  if (part.returns.length === 0) return null;
  return (
    <ul aria-label={`Returns of ${order.number}`} className="flex flex-col gap-3">
      {part.returns.map((asked) => (
        <ReturnRow key={asked.id} order={order} part={part} asked={asked} />
      ))}
    </ul>
  );
}

function ReturnRow({ order, part, asked }: PartOf & { asked: ReturnDto }) {
  const { label, tone } = RETURN_STATUS_WORDS[asked.status];
  const goods = asked.lines.map(({ itemId, quantity }) => {
    const item = order.items.find(({ id }) => id === itemId);
    return `${quantity} × ${item?.name ?? 'an item'}`;
  });
  return (
    <li className="flex flex-col items-start gap-1.5 rounded-md border border-line bg-sunken p-3.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tone}>{asked.permissions.answer ? 'Return asked for' : `Return: ${label}`}</Badge>
        <time dateTime={asked.createdAt} className="text-muted">
          {formatDate(asked.createdAt)}
        </time>
      </div>
      <p className="font-medium break-words">{goods.join(', ')}</p>
      <p className="break-words text-muted">
        {RETURN_REASON_WORDS[asked.reason]}
        {asked.note && `: “${asked.note}”`}
      </p>
      {asked.answer && <p className="break-words">Answer: “{asked.answer}”</p>}
      {asked.permissions.answer && <ReturnAnswer order={order} part={part} asked={asked} />}
    </li>
  );
}
