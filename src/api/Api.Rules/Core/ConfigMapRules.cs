using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Config maps.</summary>
internal sealed class ConfigMapRules : KindRules<ConfigMap>
{
    /// <summary>Bytes in a config map or secret.</summary>
    public const int MaxSize = 1024 * 1024;

    /// <summary>What one may not do to data that was made immutable.</summary>
    public const string Sealed = "field is immutable when `immutable` is set";

    protected override void Validate(ConfigMap obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        long size = 0;
        foreach (var (key, value) in obj.Data)
        {
            var at = FieldPath.Of("data").Key(key);
            errors.Invalid(at, key, Names.ConfigMapKey(key));
            if (obj.BinaryData.ContainsKey(key))
            {
                errors.Invalid(at, key, "duplicate of key present in binaryData");
            }

            size += value.Utf8Length();
        }

        foreach (var (key, value) in obj.BinaryData)
        {
            errors.Invalid(FieldPath.Of("binaryData").Key(key), key, Names.ConfigMapKey(key));
            size += value.Length;
        }

        if (size > MaxSize)
        {
            errors.TooLong(FieldPath.Of(""), MaxSize);
        }
    }

    protected override void ValidateUpdate(ConfigMap obj, ConfigMap old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        if (old.Immutable == true)
        {
            if (obj.Immutable != true)
            {
                errors.Forbidden(FieldPath.Of("immutable"), Sealed);
            }

            if (obj.Data != old.Data)
            {
                errors.Forbidden(FieldPath.Of("data"), Sealed);
            }

            if (obj.BinaryData != old.BinaryData)
            {
                errors.Forbidden(FieldPath.Of("binaryData"), Sealed);
            }
        }

        Validate(obj, errors);
    }
}
