"""The day an article was published, and the dates that words place around it."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_NEAR = 31
"""Days ahead within which a date that no word places is meant rather than the one a year before."""


@dataclass(frozen=True)
class Reference:
    """A publication date, with 0 for a part that is not known. `way` is +1 for the future, -1 for the past."""

    year: int = 0
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, published: str) -> "Reference":
        """The reference of an ISO date or a prefix of one; an unknown one for anything else."""
        match = _ISO.match(published)
        if not match:
            return cls()
        year, month, day = (int(part or 0) for part in match.groups())
        if not 1000 <= year <= 9000 or month > 12:
            return cls()
        return cls(year, month, day if month and is_day(year, month, day) else 0)

    @property
    def exact(self) -> date | None:
        return date(self.year, self.month, self.day) if self.day else None

    def years(self, offset: int) -> int | None:
        return self.year + offset if self.year else None

    def fiscal_years(self, offset: int) -> int | None:
        """A Japanese fiscal year, which begins in April and bears the number of the year it begins in."""
        return self.year + offset - (self.month < 4) if self.month else None

    def months(self, offset: int) -> tuple[int, int] | None:
        if not self.month:
            return None
        year, month = divmod(self.year * 12 + self.month - 1 + offset, 12)
        return year, month + 1

    def quarters(self, offset: int) -> tuple[int, int] | None:
        if not self.month:
            return None
        year, quarter = divmod(self.year * 4 + (self.month - 1) // 3 + offset, 4)
        return year, quarter + 1

    def days(self, offset: int) -> date | None:
        return self.exact + timedelta(offset) if self.exact else None

    def year_of_part(self, part: int, now: int, way: int) -> int | None:
        """The year of a month or quarter named alone: the last one, or the next one where words point ahead."""
        if not now:
            return None
        if way > 0:
            return self.year + (part < now)
        return self.year - (part > now)

    def year_of_day(self, month: int, day: int, way: int) -> int | None:
        """The year of a day named without one; the nearest where no word points back or ahead."""
        if not self.exact:
            return self.year_of_part(month, self.month, way)
        ahead = month * 100 + day - self.month * 100 - self.day
        if not ahead:
            return self.year
        following = self.year + (ahead < 0)
        if way == 0 and is_day(following, month, day):
            way = 1 if (date(following, month, day) - self.exact).days <= _NEAR else -1
        return following if way > 0 else following - 1

    def month_of_day(self, day: int, way: int) -> tuple[int, int] | None:
        """The month of a day of the month named alone."""
        if not self.day or day == self.day:
            return self.months(0)
        if day > self.day:
            return self.months(0 if way > 0 else -1)
        return self.months(1 if way > 0 and self.day - day > 15 else 0)

    def weekday(self, weekday: int, way: int, week: int | None) -> date | None:
        """A day of the week `week` weeks on, or else the nearest one back (the same day counts) or ahead."""
        if not self.exact:
            return None
        back = (self.exact.weekday() - weekday) % 7
        if week is not None:
            return self.exact - timedelta(self.exact.weekday() - weekday) + timedelta(weeks=week)
        return self.exact + timedelta(-back if way <= 0 or not back else 7 - back)


def is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]
