// Dates as people write them in records: 2021-06-05, 2021/6/5, 2020-Nov-09, 5 June 2021, June 5th, 2021.

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const day = "(\\d{1,2})(?:st|nd|rd|th)?";
/** The forms, with the places of year, month and day. A date of figures alone that begins with no year may mean two days: it is none. */
const forms: readonly (readonly [form: RegExp, year: number, month: number, day: number])[] = [
  [/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, 1, 2, 3],
  [new RegExp(`(?<!\\d)(\\d{4})[- ]${month}[- ]${day}(?!\\d)`, "i"), 1, 2, 3],
  [new RegExp(`(?<!\\d)${day}[- ](?:of )?${month},?[- ](\\d{4})(?!\\d)`, "i"), 3, 2, 1],
  [new RegExp(`\\b${month} ${day},? (\\d{4})(?!\\d)`, "i"), 3, 1, 2],
];

/** The first date in a text, as `YYYY-MM-DD`; of several forms the one that stands first. */
export function dateIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const found = forms.flatMap(([form, year, at, on]) => {
    const match = form.exec(text.slice(0, 1000));
    const named = match?.[at] ?? "";
    const number = /^\d+$/.test(named) ? Number(named) : months.indexOf(named.slice(0, 3).toLowerCase()) + 1;
    return match === null ? [] : [{ at: match.index, iso: [match[year] ?? "", two(number), two(Number(match[on]))].join("-") }];
  });
  const iso = found.toSorted((a, b) => a.at - b.at)[0]?.iso;
  return iso === undefined || new Date(`${iso}T00:00:00Z`).toString() === "Invalid Date" ? undefined : iso;
}

const two = (number: number): string => String(number).padStart(2, "0");
