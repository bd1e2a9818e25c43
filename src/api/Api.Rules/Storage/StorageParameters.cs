using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>The parameters of classes of storage.</summary>
internal static class StorageParameters
{
    private const int MaxCount = 512;
    private const int MaxSize = 256 * 1024;

    public static void Validate(ValueMap<string> parameters, bool mayBeEmpty, FieldPath path, ErrorList errors)
    {
        if (parameters.Count > MaxCount)
        {
            errors.TooLong(path, MaxCount);
            return;
        }

        if (parameters.IsEmpty && !mayBeEmpty)
        {
            errors.Required(path, "must contain at least one key/value pair");
            return;
        }

        long size = 0;
        foreach (var (key, value) in parameters)
        {
            if (key.Length == 0)
            {
                errors.Invalid(path, key, "field can not be empty.");
            }

            size += key.Utf8Length() + value.Utf8Length();
        }

        if (size > MaxSize)
        {
            errors.TooLong(path, MaxSize);
        }
    }
}
