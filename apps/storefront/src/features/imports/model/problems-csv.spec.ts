import { problemsCsv } from './problems-csv';

it('quotes cells, and keeps spreadsheets from running what a file has brought', () => {
  const problems = [
    { line: 1, field: '=HYPERLINK("x")', message: 'This column means nothing here.' },
    { line: 7, field: null, message: '"abc" is not a price; write it like 19.99,\nwithout a sign.' },
  ];
  expect(problemsCsv(problems)).toBe(
    [
      '"Line","Column","Problem"',
      `"1","'=HYPERLINK(""x"")","This column means nothing here."`,
      '"7","","""abc"" is not a price; write it like 19.99,\nwithout a sign."',
      '',
    ].join('\r\n'),
  );
});
