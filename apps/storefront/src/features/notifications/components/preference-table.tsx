import type { NotificationPreferenceDto } from '@souk/contracts/notifications.dto';
import { Checkbox } from '~/components/choice';
import { SectionCard } from '~/components/card';
import { useChoose } from '../api/preferences';
import { KIND_LABELS } from '../model/kinds';

interface PreferenceTableProps {
  title: string;
  description: string;
  preferences: NotificationPreferenceDto[];
}

/** Kinds of news by the ways they come. */
export function PreferenceTable({ title, description, preferences }: PreferenceTableProps) {
  return (
    <SectionCard title={title} description={description}>
      <table aria-label={title} className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            <th scope="col" className="py-2 pr-3 font-medium">
              When
            </th>
            <th scope="col" className="w-16 px-2 py-2 text-center font-medium">
              Bell
            </th>
            <th scope="col" className="w-18 py-2 pl-2 text-center font-medium">
              E-mail
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {preferences.map((preference) => (
            <PreferenceRow key={preference.kind} preference={preference} />
          ))}
        </tbody>
      </table>
    </SectionCard>
  );
}

function PreferenceRow({ preference }: { preference: NotificationPreferenceDto }) {
  const { mutate: choose } = useChoose();
  const { kind, inApp, email, emailRequired } = preference;
  const label = KIND_LABELS[kind];
  return (
    <tr>
      <th scope="row" className="py-3 pr-3 font-normal">
        {label}
      </th>
      <td className="px-2 text-center">
        <Checkbox
          aria-label={`${label}: at the bell`}
          checked={inApp}
          onChange={({ target }) => choose({ kind, channel: 'inApp', wanted: target.checked })}
        />
      </td>
      <td className="pl-2 text-center text-sm text-muted">
        {emailRequired && 'Always'}
        {email === null && 'Never'}
        {email !== null && !emailRequired && (
          <Checkbox
            aria-label={`${label}: by e-mail`}
            checked={email}
            onChange={({ target }) => choose({ kind, channel: 'email', wanted: target.checked })}
          />
        )}
      </td>
    </tr>
  );
}
