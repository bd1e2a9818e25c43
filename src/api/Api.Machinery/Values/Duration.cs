using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>A span of time in nanoseconds: upstream's <c>metav1.Duration</c>; JSON shows it as Go does (<c>1h2m3.5s</c>).</summary>
public readonly record struct Duration(long Nanoseconds) : IMessage<Duration>, IComparable<Duration>
{
    /// <inheritdoc/>
    public static Duration Empty => default;

    /// <inheritdoc/>
    public static MessageSchema? Schema => null;

    /// <inheritdoc/>
    public bool IsZero => Nanoseconds == 0;

    /// <summary>The same span in .NET's terms, cut to 100 ns.</summary>
    public TimeSpan Span => new(Nanoseconds / 100);

    /// <summary>The span in seconds.</summary>
    public double TotalSeconds => Nanoseconds / 1e9;

    /// <summary>A span of .NET's; beyond 292 years it is cut.</summary>
    public static Duration From(TimeSpan span) => new(span.Ticks > long.MaxValue / 100 ? long.MaxValue : span.Ticks < long.MinValue / 100 ? long.MinValue : span.Ticks * 100);

    /// <summary>Reads Go's form: <c>300ms</c>, <c>-1.5h</c>, <c>2h45m</c>.</summary>
    /// <exception cref="WireException">The text is of another form; worded as Go words it.</exception>
    public static Duration Parse(string text) => new(GoDuration.Parse(text));

    /// <inheritdoc/>
    public static Duration ReadJson(ref JsonDecoder json) => json.IsNull ? default : Parse(json.ReadGoString());

    /// <inheritdoc/>
    public static Duration ReadProto(ref ProtoReader proto)
    {
        long nanoseconds = 0;
        while (proto.NextField())
        {
            if (proto.Number == 1)
            {
                nanoseconds = proto.Int64();
            }
            else
            {
                proto.Skip();
            }
        }

        return new(nanoseconds);
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json) => json.WriteStringValue(ToString());

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto) => proto.Int64(1, Nanoseconds);

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>As Go prints it.</summary>
    public override string ToString() => GoDuration.Format(Nanoseconds);

    /// <summary>The span in .NET's terms.</summary>
    public static implicit operator TimeSpan(Duration duration) => duration.Span;

    /// <summary>A span of .NET's.</summary>
    public static implicit operator Duration(TimeSpan span) => From(span);
}
