using System.Globalization;
using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>A 32-bit whole number or a text, such as a port's number or name, or a count or a percentage. <c>default</c> is the number 0.</summary>
public readonly struct IntOrString : IMessage<IntOrString>, IEquatable<IntOrString>
{
    private readonly string? _text;
    private readonly int _number;

    /// <summary>A number.</summary>
    public IntOrString(int number) => _number = number;

    /// <summary>A text.</summary>
    public IntOrString(string text) => _text = text;

    /// <inheritdoc/>
    public static IntOrString Empty => default;

    /// <inheritdoc/>
    public static MessageSchema? Schema => null;

    /// <summary>True for a text.</summary>
    public bool IsString => _text is not null;

    /// <summary>The number; 0 where this is a text.</summary>
    public int IntValue => _text is null ? _number : 0;

    /// <summary>The text; empty where this is a number.</summary>
    public string StringValue => _text ?? "";

    /// <inheritdoc/>
    public bool IsZero => _text is null && _number == 0;

    /// <summary>A number where the text is one of 32 bits, otherwise the text.</summary>
    public static IntOrString Parse(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new(number) : new(text);

    /// <summary>
    /// The count itself, or the percentage of <paramref name="total"/>; false where the text is no percentage.
    /// Upstream's <c>GetScaledValueFromIntOrPercent</c>.
    /// </summary>
    public bool TryScale(int total, bool roundUp, out int scaled)
    {
        scaled = _number;
        if (_text is null)
        {
            return true;
        }

        if (!_text.EndsWith('%') || !int.TryParse(_text.AsSpan(0, _text.Length - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent))
        {
            return false;
        }

        var exact = percent * (double)total / 100;
        scaled = (int)(roundUp ? Math.Ceiling(exact) : Math.Floor(exact));
        return true;
    }

    /// <inheritdoc/>
    public static IntOrString ReadJson(ref JsonDecoder json) => json.Token == JsonTokenType.String ? new(json.ReadString()) : new(json.ReadInt32());

    /// <inheritdoc/>
    public static IntOrString ReadProto(ref ProtoReader proto)
    {
        var (isText, number, text) = (false, 0, "");
        while (proto.NextField())
        {
            switch (proto.Number)
            {
                case 1:
                    isText = proto.Int64() == 1;
                    break;
                case 2:
                    number = proto.Int32();
                    break;
                case 3:
                    text = proto.String();
                    break;
                default:
                    proto.Skip();
                    break;
            }
        }

        return isText ? new(text) : new(number);
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        if (_text is null)
        {
            json.WriteNumberValue(_number);
        }
        else
        {
            json.WriteStringValue(_text);
        }
    }

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto)
    {
        proto.String(3, _text ?? "");
        proto.Int64(2, _text is null ? _number : 0);
        proto.Int64(1, _text is null ? 0 : 1);
    }

    /// <inheritdoc/>
    public bool Equals(IntOrString other) => _number == other._number && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IntOrString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_number, _text);

    /// <summary>The number's digits or the text.</summary>
    public override string ToString() => _text ?? _number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    public static implicit operator IntOrString(int number) => new(number);

    /// <summary>A text.</summary>
    public static implicit operator IntOrString(string text) => new(text);

    /// <summary>Value equality.</summary>
    public static bool operator ==(IntOrString left, IntOrString right) => left.Equals(right);

    /// <summary>Value inequality.</summary>
    public static bool operator !=(IntOrString left, IntOrString right) => !left.Equals(right);
}
