using System.Globalization;

namespace Cybernetes.Api.Machinery;

/// <summary>A wrong value as upstream's messages print it: texts quoted, numbers bare, the rest as JSON.</summary>
public readonly struct FieldValue
{
    private readonly string? _text;

    private FieldValue(string text) => _text = text;

    /// <summary>JSON's null.</summary>
    public static FieldValue Null => default;

    /// <summary>A value printed as the given JSON.</summary>
    public static FieldValue Json(string json) => new(json);

    /// <summary>A quoted text.</summary>
    public static implicit operator FieldValue(string? text) => text is null ? default : new(GoText.Quote(text));

    /// <summary>A number.</summary>
    public static implicit operator FieldValue(long number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number.</summary>
    public static implicit operator FieldValue(double number) => new(GoText.Number(number));

    /// <summary>true or false.</summary>
    public static implicit operator FieldValue(bool truth) => new(truth ? "true" : "false");

    /// <summary>A quantity, quoted.</summary>
    public static implicit operator FieldValue(Quantity quantity) => new($"\"{quantity}\"");

    /// <summary>A number or a quoted text.</summary>
    public static implicit operator FieldValue(IntOrString either) => either.IsString ? either.StringValue : (long)either.IntValue;

    /// <summary>A number, or null.</summary>
    public static implicit operator FieldValue(long? number) => number is { } there ? there : default(FieldValue);

    /// <summary>true, false or null.</summary>
    public static implicit operator FieldValue(bool? truth) => truth is { } there ? there : default(FieldValue);

    /// <inheritdoc/>
    public override string ToString() => _text ?? "null";
}
