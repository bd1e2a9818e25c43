using System.Collections;

namespace Cybernetes.Api.Machinery;

/// <summary>What validation finds wrong with an object, in the order it was found. Not safe for several threads.</summary>
public sealed class ErrorList : IReadOnlyList<FieldError>
{
    private List<FieldError>? _errors;

    /// <inheritdoc/>
    public int Count => _errors?.Count ?? 0;

    /// <summary>True where nothing is wrong.</summary>
    public bool IsEmpty => Count == 0;

    /// <inheritdoc/>
    public FieldError this[int index] => _errors![index];

    /// <summary>Adds an error.</summary>
    public void Add(FieldError error) => (_errors ??= []).Add(error);

    /// <summary>Adds all errors of another list.</summary>
    public void AddRange(IEnumerable<FieldError> errors) => (_errors ??= []).AddRange(errors);

    /// <summary>Takes the errors from <paramref name="from"/> on out of the list.</summary>
    public List<FieldError> CutFrom(int from)
    {
        if (_errors is null || from >= _errors.Count)
        {
            return [];
        }

        var cut = _errors.GetRange(from, _errors.Count - from);
        _errors.RemoveRange(from, _errors.Count - from);
        return cut;
    }

    /// <summary>A value must be given.</summary>
    public void Required(FieldPath? path, string detail = "") => Add(FieldErrorType.FieldValueRequired, path, null, detail);

    /// <summary>The value is malformed or out of range.</summary>
    public void Invalid(FieldPath? path, FieldValue value, string detail) => Add(FieldErrorType.FieldValueInvalid, path, value.ToString(), detail);

    /// <summary>The value is malformed, once for each of the details.</summary>
    public void Invalid(FieldPath? path, FieldValue value, IEnumerable<string> details)
    {
        foreach (var detail in details)
        {
            Invalid(path, value, detail);
        }
    }

    /// <summary>The value is none of those supported.</summary>
    public void NotSupported(FieldPath? path, FieldValue value, params ReadOnlySpan<string> supported)
    {
        var quoted = new string[supported.Length];
        for (var i = 0; i < quoted.Length; i++)
        {
            quoted[i] = GoText.Quote(supported[i]);
        }

        Add(FieldErrorType.FieldValueNotSupported, path, value.ToString(), quoted.Length == 0 ? "" : "supported values: " + string.Join(", ", quoted));
    }

    /// <summary>The value stands twice.</summary>
    public void Duplicate(FieldPath? path, FieldValue value) => Add(FieldErrorType.FieldValueDuplicate, path, value.ToString(), "");

    /// <summary>The value may not be given here.</summary>
    public void Forbidden(FieldPath? path, string detail) => Add(FieldErrorType.FieldValueForbidden, path, null, detail);

    /// <summary>Something referred to is not there.</summary>
    public void NotFound(FieldPath? path, FieldValue value) => Add(FieldErrorType.FieldValueNotFound, path, value.ToString(), "");

    /// <summary>The text is longer than <paramref name="limit"/> bytes; a negative limit is not told.</summary>
    public void TooLong(FieldPath? path, int limit) =>
        Add(FieldErrorType.FieldValueTooLong, path, null, limit < 0 ? "value is too long" : limit == 1 ? "may not be more than 1 byte" : $"may not be more than {limit} bytes");

    /// <summary>The list has more than <paramref name="limit"/> items.</summary>
    public void TooMany(FieldPath? path, int actual, int limit) =>
        Add(FieldErrorType.FieldValueTooMany, path, actual < 0 ? null : ((FieldValue)actual).ToString(), limit < 0 ? "has too many items" : limit == 1 ? "must have at most 1 item" : $"must have at most {limit} items");

    /// <summary>The value is of another type than the schema's.</summary>
    public void TypeInvalid(FieldPath? path, FieldValue value, string detail) => Add(FieldErrorType.FieldValueTypeInvalid, path, value.ToString(), detail);

    /// <summary>The check itself failed.</summary>
    public void Internal(FieldPath? path, string detail) => Add(FieldErrorType.InternalError, path, null, detail);

    /// <summary>All errors in one line, each once: <c>a</c>, or <c>[a, b]</c>.</summary>
    public override string ToString()
    {
        if (_errors is null)
        {
            return "";
        }

        var texts = _errors.Select(error => error.ToString()).Distinct(StringComparer.Ordinal).ToArray();
        return texts.Length == 1 ? texts[0] : $"[{string.Join(", ", texts)}]";
    }

    /// <inheritdoc/>
    public IEnumerator<FieldError> GetEnumerator() => (_errors ?? []).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(FieldErrorType type, FieldPath? path, string? value, string detail) => Add(new FieldError(type, path?.ToString() ?? "<nil>", value, detail));
}
