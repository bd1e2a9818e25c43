namespace Cybernetes.Api.Machinery;

/// <summary>What is wrong with a field; the names are the <c>reason</c>s of a Status's causes.</summary>
public enum FieldErrorType : byte
{
    /// <summary>Something referred to is not there.</summary>
    FieldValueNotFound,

    /// <summary>A value must be given.</summary>
    FieldValueRequired,

    /// <summary>The value stands twice.</summary>
    FieldValueDuplicate,

    /// <summary>The value is malformed or out of range.</summary>
    FieldValueInvalid,

    /// <summary>The value is none of an enumeration.</summary>
    FieldValueNotSupported,

    /// <summary>The value may not be given here.</summary>
    FieldValueForbidden,

    /// <summary>The text is too long.</summary>
    FieldValueTooLong,

    /// <summary>The list has too many items.</summary>
    FieldValueTooMany,

    /// <summary>The check itself failed.</summary>
    InternalError,

    /// <summary>The value is of another type than the schema's.</summary>
    FieldValueTypeInvalid,
}

/// <summary>One thing wrong with one field.</summary>
/// <param name="Type">What is wrong.</param>
/// <param name="Field">The field's path as printed; empty for none.</param>
/// <param name="Value">The wrong value as messages print it; null where messages do not.</param>
/// <param name="Detail">Further words; may be empty.</param>
public sealed record FieldError(FieldErrorType Type, string Field, string? Value, string Detail)
{
    /// <summary>The reason of the cause.</summary>
    public string Reason => Type.ToString();

    /// <summary>The message without the field: <c>Invalid value: 0: must be greater than 0</c>.</summary>
    public string Body
    {
        get
        {
            var body = Value is null ? Title : $"{Title}: {Value}";
            return Detail.Length == 0 ? body : $"{body}: {Detail}";
        }
    }

    private string Title => Type switch
    {
        FieldErrorType.FieldValueNotFound => "Not found",
        FieldErrorType.FieldValueRequired => "Required value",
        FieldErrorType.FieldValueDuplicate => "Duplicate value",
        FieldErrorType.FieldValueNotSupported => "Unsupported value",
        FieldErrorType.FieldValueForbidden => "Forbidden",
        FieldErrorType.FieldValueTooLong => "Too long",
        FieldErrorType.FieldValueTooMany => "Too many",
        FieldErrorType.InternalError => "Internal error",
        _ => "Invalid value",
    };

    /// <summary>The whole message.</summary>
    public override string ToString() => $"{Field}: {Body}";
}
