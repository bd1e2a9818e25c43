using System.Globalization;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>RFC 3339 as Go reads and prints it, over .NET ticks; Go's zero time is tick 0.</summary>
internal static class GoTime
{
    private const string Seconds = "2006-01-02T15:04:05Z07:00";
    private const string Micros = "2006-01-02T15:04:05.000000Z07:00";

    public static string Format(long ticks, bool micro)
    {
        Span<byte> utf8 = stackalloc byte[32];
        return Encoding.ASCII.GetString(utf8[..Format(ticks, micro, utf8)]);
    }

    public static int Format(long ticks, bool micro, Span<byte> utf8)
    {
        var time = new DateTime(ticks, DateTimeKind.Utc);
        time.TryFormat(utf8, out var length, micro ? "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return length;
    }

    public static DateTimeOffset Parse(string text, bool micro)
    {
        var cursor = new Cursor(text, micro ? Micros : Seconds);
        var year = cursor.Digits(4, "2006");
        cursor.Literal('-');
        var month = cursor.Digits(2, "01");
        cursor.InRange(month is >= 1 and <= 12, "month");
        cursor.Literal('-');
        var day = cursor.Digits(2, "02");
        cursor.Literal('T');
        var hour = cursor.Digits(2, "15");
        cursor.InRange(hour < 24, "hour");
        cursor.Literal(':');
        var minute = cursor.Digits(2, "04");
        cursor.InRange(minute < 60, "minute");
        cursor.Literal(':');
        var second = cursor.Digits(2, "05");
        cursor.InRange(second < 60, "second");
        var fraction = micro ? cursor.Fraction(6) : cursor.OptionalFraction();
        var offset = cursor.Zone();
        cursor.End();
        cursor.InRange(year >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month), "day");
        var ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + fraction - offset.Ticks;
        cursor.InRange(ticks >= 0 && ticks <= DateTime.MaxValue.Ticks, "year");
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    public static DateTimeOffset ReadProto(ref ProtoReader proto)
    {
        long seconds = 0, nanos = 0;
        var any = false;
        while (proto.NextField())
        {
            switch (proto.Number)
            {
                case 1:
                    (seconds, any) = (proto.Int64(), true);
                    break;
                case 2:
                    (nanos, any) = (proto.Int32(), true);
                    break;
                default:
                    proto.Skip();
                    break;
            }
        }

        if (!any)
        {
            return default;
        }

        return seconds is >= -62135596800 and <= 253402300799 && nanos is >= 0 and < 1_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(nanos / 100)
            : throw new WireException($"proto: time out of range: {seconds} seconds, {nanos} nanoseconds");
    }

    public static void WriteProto(long ticks, ref ProtoWriter proto)
    {
        if (ticks == 0)
        {
            return;
        }

        proto.Int64(2, ticks % TimeSpan.TicksPerSecond * 100);
        proto.Int64(1, (ticks / TimeSpan.TicksPerSecond) - 62135596800);
    }

    private ref struct Cursor(string text, string layout)
    {
        private ReadOnlySpan<char> _rest = text;

        public int Digits(int count, string element)
        {
            if (_rest.Length < count || !int.TryParse(_rest[..count], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw Cannot(element);
            }

            _rest = _rest[count..];
            return number;
        }

        public void Literal(char expected)
        {
            if (_rest.Length == 0 || _rest[0] != expected)
            {
                throw Cannot(expected.ToString());
            }

            _rest = _rest[1..];
        }

        public long Fraction(int digits)
        {
            if (_rest.Length < digits + 1 || _rest[0] is not ('.' or ',') || _rest.Slice(1, digits).ContainsAnyExceptInRange('0', '9'))
            {
                throw Cannot(".000000");
            }

            return OptionalFraction(digits);
        }

        public long OptionalFraction(int maximum = int.MaxValue)
        {
            if (_rest.Length < 2 || _rest[0] is not ('.' or ',') || !char.IsAsciiDigit(_rest[1]))
            {
                return 0;
            }

            long ticks = 0;
            var unit = TimeSpan.TicksPerSecond;
            var at = 1;
            for (; at <= maximum && at < _rest.Length && char.IsAsciiDigit(_rest[at]); at++)
            {
                unit /= 10;
                ticks += (_rest[at] - '0') * unit;
            }

            _rest = _rest[at..];
            return ticks;
        }

        public TimeSpan Zone()
        {
            if (_rest.StartsWith("Z"))
            {
                _rest = _rest[1..];
                return TimeSpan.Zero;
            }

            if (_rest.Length < 6 || _rest[0] is not ('+' or '-') || _rest[3] != ':' ||
                !int.TryParse(_rest[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ||
                !int.TryParse(_rest[4..6], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
            {
                throw Cannot("Z07:00");
            }

            InRange(hours <= 24, "time zone offset hour");
            InRange(minutes < 60, "time zone offset minute");
            var offset = new TimeSpan(hours, minutes, 0);
            offset = _rest[0] == '-' ? -offset : offset;
            _rest = _rest[6..];
            return offset;
        }

        public readonly void InRange(bool condition, string what)
        {
            if (!condition)
            {
                throw new WireException($"parsing time {GoText.Quote(text)}: {what} out of range");
            }
        }

        public readonly void End()
        {
            if (!_rest.IsEmpty)
            {
                throw new WireException($"parsing time {GoText.Quote(text)}: extra text: {GoText.Quote(_rest.ToString())}");
            }
        }

        private readonly WireException Cannot(string element) =>
            new($"parsing time {GoText.Quote(text)} as {GoText.Quote(layout)}: cannot parse {GoText.Quote(_rest.ToString())} as {GoText.Quote(element)}");
    }
}
