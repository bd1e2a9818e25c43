using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Secrets.</summary>
internal sealed class SecretRules : KindRules<Secret>
{
    protected override Secret OnDefault(Secret obj)
    {
        var data = obj.Data;
        foreach (var (key, value) in obj.StringData)
        {
            data = data.With(key, Bytes.FromText(value));
        }

        return obj with { Data = data, StringData = default, Type = obj.Type.Or("Opaque") };
    }

    protected override void Validate(Secret obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var path = FieldPath.Of("data");
        long size = 0;
        foreach (var (key, value) in obj.Data)
        {
            errors.Invalid(path.Key(key), key, Names.ConfigMapKey(key));
            size += value.Length;
        }

        if (size > ConfigMapRules.MaxSize)
        {
            errors.TooLong(path, ConfigMapRules.MaxSize);
        }

        OfType(obj, path, errors);
    }

    protected override void ValidateUpdate(Secret obj, Secret old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Check.Unchanged(obj.Type, old.Type, FieldPath.Of("type"), errors, value => value);
        if (old.Immutable == true)
        {
            if (obj.Immutable != true)
            {
                errors.Forbidden(FieldPath.Of("immutable"), ConfigMapRules.Sealed);
            }

            if (obj.Data != old.Data)
            {
                errors.Forbidden(FieldPath.Of("data"), ConfigMapRules.Sealed);
            }
        }

        Validate(obj, errors);
    }

    private static void OfType(Secret obj, FieldPath path, ErrorList errors)
    {
        void Has(string key)
        {
            if (!obj.Data.ContainsKey(key))
            {
                errors.Required(path.Key(key));
            }
        }

        switch (obj.Type)
        {
            case "kubernetes.io/service-account-token":
                if (string.IsNullOrEmpty(obj.Metadata.Annotations.GetValueOrDefault("kubernetes.io/service-account.name")))
                {
                    errors.Required(FieldPath.Of("metadata", "annotations").Key("kubernetes.io/service-account.name"));
                }

                break;
            case "kubernetes.io/dockercfg":
                Document(obj, ".dockercfg", path, errors);
                break;
            case "kubernetes.io/dockerconfigjson":
                Document(obj, ".dockerconfigjson", path, errors);
                break;
            case "kubernetes.io/basic-auth" when !obj.Data.ContainsKey("username") && !obj.Data.ContainsKey("password"):
                Has("username");
                Has("password");
                break;
            case "kubernetes.io/ssh-auth" when obj.Data.GetValueOrDefault("ssh-privatekey").IsEmpty:
                errors.Required(path.Key("ssh-privatekey"));
                break;
            case "kubernetes.io/tls":
                Has("tls.crt");
                Has("tls.key");
                break;
        }
    }

    private static void Document(Secret obj, string key, FieldPath path, ErrorList errors)
    {
        if (!obj.Data.TryGetValue(key, out var document))
        {
            errors.Required(path.Key(key));
        }
        else if (GoJson.MapError(document) is { } wrong)
        {
            errors.Invalid(path.Key(key), "<secret contents redacted>", wrong);
        }
    }
}
