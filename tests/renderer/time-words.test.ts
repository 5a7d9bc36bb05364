import { expect, test } from "vitest";
import { daysAgo } from "../../src/renderer/ui/time-words.ts";

// Times of the machine's own zone, as the user's clock has them.
const at = (day: number, hours: number, minutes = 0) => new Date(2026, 4, day, hours, minutes);

test("days are counted as people count them: by midnights, not by hours", () => {
  const now = at(20, 0, 30);
  expect(daysAgo(at(20, 0, 10).toISOString(), now)).toBe("today at 00:10");
  expect(daysAgo(at(19, 23, 50).toISOString(), now)).toBe("yesterday at 23:50");
  expect(daysAgo(at(18, 23, 50).toISOString(), now)).toBe("2 days ago");
  expect(daysAgo(at(2, 8).toISOString(), now)).toBe("18 days ago");
  // A clock that was put back since.
  expect(daysAgo(at(21, 8).toISOString(), now)).toBe("today at 08:00");
  expect(daysAgo("no time", now)).toBe("");
});
