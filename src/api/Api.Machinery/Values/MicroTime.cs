using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// A moment in whole microseconds, UTC: upstream's <c>metav1.MicroTime</c>. <c>default</c> is upstream's zero time (year 1), which JSON shows as null.
/// </summary>
public readonly struct MicroTime : IMessage<MicroTime>, IEquatable<MicroTime>, IComparable<MicroTime>
{
    private readonly long _ticks;

    private MicroTime(long ticks) => _ticks = ticks - (ticks % TimeSpan.TicksPerMicrosecond);

    /// <summary>A moment, cut to whole microseconds.</summary>
    public MicroTime(DateTimeOffset moment)
        : this(moment.UtcTicks)
    {
    }

    /// <inheritdoc/>
    public static MicroTime Empty => default;

    /// <inheritdoc/>
    public static MessageSchema? Schema => null;

    /// <inheritdoc/>
    public bool IsZero => _ticks == 0;

    /// <summary>The same moment in .NET's terms.</summary>
    public DateTimeOffset Moment => new(_ticks, TimeSpan.Zero);

    /// <summary>Seconds since 1970-01-01T00:00:00Z.</summary>
    public long UnixSeconds => Moment.ToUnixTimeSeconds();

    /// <summary>The clock's reading now.</summary>
    public static MicroTime Now(TimeProvider clock) => new(clock.GetUtcNow());

    /// <summary>A moment of so many seconds since 1970.</summary>
    public static MicroTime FromUnixSeconds(long seconds) => new(DateTimeOffset.FromUnixTimeSeconds(seconds));

    /// <summary>Reads RFC 3339 with six digits after the point.</summary>
    /// <exception cref="WireException">The text is not RFC 3339; worded as upstream words it.</exception>
    public static MicroTime Parse(string text) => new(GoTime.Parse(text, micro: true));

    /// <inheritdoc/>
    public static MicroTime ReadJson(ref JsonDecoder json) => json.IsNull ? default : Parse(json.ReadGoString());

    /// <inheritdoc/>
    public static MicroTime ReadProto(ref ProtoReader proto) => new(GoTime.ReadProto(ref proto));

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        if (IsZero)
        {
            json.WriteNullValue();
            return;
        }

        Span<byte> utf8 = stackalloc byte[32];
        json.WriteStringValue(utf8[..GoTime.Format(_ticks, micro: true, utf8)]);
    }

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto) => GoTime.WriteProto(_ticks, ref proto);

    /// <inheritdoc/>
    public int CompareTo(MicroTime other) => _ticks.CompareTo(other._ticks);

    /// <inheritdoc/>
    public bool Equals(MicroTime other) => _ticks == other._ticks;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MicroTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _ticks.GetHashCode();

    /// <summary>RFC 3339 in UTC.</summary>
    public override string ToString() => GoTime.Format(_ticks, micro: true);

    /// <summary>The moment in .NET's terms.</summary>
    public static implicit operator DateTimeOffset(MicroTime time) => time.Moment;

    /// <summary>A moment, cut to whole microseconds.</summary>
    public static implicit operator MicroTime(DateTimeOffset moment) => new(moment);

    /// <summary>Same moment.</summary>
    public static bool operator ==(MicroTime left, MicroTime right) => left.Equals(right);

    /// <summary>Another moment.</summary>
    public static bool operator !=(MicroTime left, MicroTime right) => !left.Equals(right);

    /// <summary>Earlier.</summary>
    public static bool operator <(MicroTime left, MicroTime right) => left._ticks < right._ticks;

    /// <summary>Later.</summary>
    public static bool operator >(MicroTime left, MicroTime right) => left._ticks > right._ticks;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(MicroTime left, MicroTime right) => left._ticks <= right._ticks;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(MicroTime left, MicroTime right) => left._ticks >= right._ticks;
}
