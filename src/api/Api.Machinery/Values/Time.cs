using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// A moment in whole seconds, UTC: upstream's <c>metav1.Time</c>. <c>default</c> is upstream's zero time (year 1), which JSON shows as null.
/// </summary>
public readonly struct Time : IMessage<Time>, IEquatable<Time>, IComparable<Time>
{
    private readonly long _ticks;

    private Time(long ticks) => _ticks = ticks - (ticks % TimeSpan.TicksPerSecond);

    /// <summary>A moment, cut to whole seconds.</summary>
    public Time(DateTimeOffset moment)
        : this(moment.UtcTicks)
    {
    }

    /// <inheritdoc/>
    public static Time Empty => default;

    /// <inheritdoc/>
    public static MessageSchema? Schema => null;

    /// <inheritdoc/>
    public bool IsZero => _ticks == 0;

    /// <summary>The same moment in .NET's terms.</summary>
    public DateTimeOffset Moment => new(_ticks, TimeSpan.Zero);

    /// <summary>Seconds since 1970-01-01T00:00:00Z.</summary>
    public long UnixSeconds => Moment.ToUnixTimeSeconds();

    /// <summary>The clock's reading now.</summary>
    public static Time Now(TimeProvider clock) => new(clock.GetUtcNow());

    /// <summary>A moment of so many seconds since 1970.</summary>
    public static Time FromUnixSeconds(long seconds) => new(DateTimeOffset.FromUnixTimeSeconds(seconds));

    /// <summary>Reads RFC 3339.</summary>
    /// <exception cref="WireException">The text is not RFC 3339; worded as upstream words it.</exception>
    public static Time Parse(string text) => new(GoTime.Parse(text, micro: false));

    /// <inheritdoc/>
    public static Time ReadJson(ref JsonDecoder json) => json.IsNull ? default : Parse(json.ReadGoString());

    /// <inheritdoc/>
    public static Time ReadProto(ref ProtoReader proto) => new(GoTime.ReadProto(ref proto));

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        if (IsZero)
        {
            json.WriteNullValue();
            return;
        }

        Span<byte> utf8 = stackalloc byte[32];
        json.WriteStringValue(utf8[..GoTime.Format(_ticks, micro: false, utf8)]);
    }

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto) => GoTime.WriteProto(_ticks, ref proto);

    /// <inheritdoc/>
    public int CompareTo(Time other) => _ticks.CompareTo(other._ticks);

    /// <inheritdoc/>
    public bool Equals(Time other) => _ticks == other._ticks;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Time other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _ticks.GetHashCode();

    /// <summary>RFC 3339 in UTC.</summary>
    public override string ToString() => GoTime.Format(_ticks, micro: false);

    /// <summary>The moment in .NET's terms.</summary>
    public static implicit operator DateTimeOffset(Time time) => time.Moment;

    /// <summary>A moment, cut to whole seconds.</summary>
    public static implicit operator Time(DateTimeOffset moment) => new(moment);

    /// <summary>Same moment.</summary>
    public static bool operator ==(Time left, Time right) => left.Equals(right);

    /// <summary>Another moment.</summary>
    public static bool operator !=(Time left, Time right) => !left.Equals(right);

    /// <summary>Earlier.</summary>
    public static bool operator <(Time left, Time right) => left._ticks < right._ticks;

    /// <summary>Later.</summary>
    public static bool operator >(Time left, Time right) => left._ticks > right._ticks;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(Time left, Time right) => left._ticks <= right._ticks;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(Time left, Time right) => left._ticks >= right._ticks;
}
