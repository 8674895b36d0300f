import Handlebars from 'handlebars';

/** As it lies in the folder. */
export interface StoredMail {
  /** Of its files, without their ending: begins with the time. */
  name: string;
  headers: { name: string; value: string }[];
  text: string;
}

const STYLE = `<style>
:root{color-scheme:light dark}
body{margin:0 auto;max-width:1100px;padding:24px 16px;font:16px/1.5 system-ui,sans-serif}
h1{font:600 24px/1.3 Georgia,serif;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse}
th,td{padding:8px 12px 8px 0;border-bottom:1px solid #8884;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:400;opacity:.7;width:1%}
th,td:first-child{white-space:nowrap}
thead th{width:auto}
iframe{width:100%;height:75vh;border:1px solid #8888;border-radius:8px;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:16px;border:1px solid #8884;border-radius:8px}
nav a{margin-right:16px}
</style>`;

const head = (title: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
${STYLE}
</head>
`;

const list = Handlebars.compile<{ mails: object[] }>(`${head('Mails')}<body>
<h1>Mails that were not sent</h1>
{{#if mails.length}}
<p>Without SMTP_URL they lie in a folder. Newest first; load the page again for later ones.</p>
<table>
<thead><tr><th>When (UTC)</th><th>To</th><th>Subject</th></tr></thead>
<tbody>
{{#each mails}}
<tr><td>{{when}}</td><td>{{to}}</td><td><a href="/dev/mail/{{name}}">{{subject}}</a></td></tr>
{{/each}}
</tbody>
</table>
{{else}}
<p>There are none yet. Register an account, or place an order.</p>
{{/if}}
</body>
</html>
`);

const one = Handlebars.compile<StoredMail & { subject: string; width: number }>(`${head('{{subject}}')}<body>
<nav><a href="/dev/mail">All mails</a><a href="?width=600">600 px</a><a href="?width=360">360 px</a></nav>
<h1>{{subject}}</h1>
<table>
{{#each headers}}
<tr><th>{{name}}</th><td>{{value}}</td></tr>
{{/each}}
</table>
<h2>HTML</h2>
<iframe title="The mail" src="/dev/mail/{{name}}/html" style="max-width:{{width}}px" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<h2>Text</h2>
<pre>{{text}}</pre>
</body>
</html>
`);

export const listPage = (mails: StoredMail[]): string =>
  list({
    mails: mails.map((mail) => ({
      name: mail.name,
      when: mail.name.replace(/^(\d+-\d+-\d+)T(\d+)-(\d+)-(\d+).*$/, '$1 $2:$3:$4'),
      to: headerOf(mail, 'To'),
      subject: headerOf(mail, 'Subject'),
    })),
  });

export const mailPage = (mail: StoredMail, width: number): string =>
  one({ ...mail, subject: headerOf(mail, 'Subject'), width });

const headerOf = ({ headers }: StoredMail, name: string): string =>
  headers.find((header) => header.name === name)?.value ?? '';
