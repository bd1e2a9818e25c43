using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <content>Sources whose files come of the API.</content>
internal static partial class VolumeRules
{
    private static readonly string[] _volumeFields = ["metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"];

    private static void Secret(SecretVolumeSource secret, FieldPath at, ErrorList errors)
    {
        Check.Required(secret.SecretName, at.Child("secretName"), errors);
        Check.FileMode(secret.DefaultMode, at.Child("defaultMode"), errors);
        Items(secret.Items, at.Child("items"), errors);
    }

    private static void ConfigMap(ConfigMapVolumeSource map, FieldPath at, ErrorList errors)
    {
        Check.Required(map.LocalObjectReference.Name, at.Child("name"), errors);
        Check.FileMode(map.DefaultMode, at.Child("defaultMode"), errors);
        Items(map.Items, at.Child("items"), errors);
    }

    private static void Items(ValueList<KeyToPath> items, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < items.Count; i++)
        {
            Item(items[i], path.Index(i), errors);
        }
    }

    private static void Item(KeyToPath item, FieldPath at, ErrorList errors)
    {
        Check.Required(item.Key, at.Child("key"), errors);
        Check.Required(item.Path, at.Child("path"), errors);
        Check.LocalPath(item.Path, at.Child("path"), errors);
        Check.FileMode(item.Mode, at.Child("mode"), errors);
    }

    private static void DownwardApi(DownwardAPIVolumeSource source, FieldPath at, ErrorList errors)
    {
        Check.FileMode(source.DefaultMode, at.Child("defaultMode"), errors);
        foreach (var file in source.Items)
        {
            DownwardFile(file, at, errors);
        }
    }

    private static void DownwardFile(DownwardAPIVolumeFile file, FieldPath at, ErrorList errors)
    {
        Check.Required(file.Path, at.Child("path"), errors);
        Check.LocalPath(file.Path, at.Child("path"), errors);
        if (file.FieldRef is { } field)
        {
            PodSpecRules.FieldSelector(field, _volumeFields, at.Child("fieldRef"), errors);
            if (file.ResourceFieldRef is not null)
            {
                errors.Invalid(at, "resource", "fieldRef and resourceFieldRef can not be specified simultaneously");
            }
        }
        else if (file.ResourceFieldRef is { } resource)
        {
            PodSpecRules.ResourceSelector(resource, volume: true, at.Child("resourceFieldRef"), errors);
        }
        else
        {
            errors.Required(at, "one of fieldRef and resourceFieldRef is required");
        }

        Check.FileMode(file.Mode, at.Child("mode"), errors);
    }

    private static void Projected(ProjectedVolumeSource projected, FieldPath at, ErrorList errors)
    {
        Check.FileMode(projected.DefaultMode, at.Child("defaultMode"), errors);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < projected.Sources.Count; i++)
        {
            Projection(projected.Sources[i], paths, at, at.Child("sources").Index(i), errors);
        }
    }

    private static void Projection(VolumeProjection source, HashSet<string> paths, FieldPath whole, FieldPath at, ErrorList errors)
    {
        var count = 0;
        void Take(string path, string owner)
        {
            if (path.Length > 0 && !paths.Add(path))
            {
                errors.Invalid(whole, owner, "conflicting duplicate paths");
            }
        }

        void Keys(string name, ValueList<KeyToPath> items, FieldPath path)
        {
            count++;
            Check.Required(name, path.Child("name"), errors);
            for (var i = 0; i < items.Count; i++)
            {
                Item(items[i], path.Child("items").Index(i), errors);
                Take(items[i].Path, name);
            }
        }

        if (source.Secret is { } secret)
        {
            Keys(secret.LocalObjectReference.Name, secret.Items, at.Child("secret"));
        }

        if (source.ConfigMap is { } map)
        {
            Keys(map.LocalObjectReference.Name, map.Items, at.Child("configMap"));
        }

        if (source.DownwardAPI is { } downward)
        {
            count++;
            foreach (var file in downward.Items)
            {
                DownwardFile(file, at.Child("downwardAPI"), errors);
                Take(file.Path, file.Path);
            }
        }

        if (source.ServiceAccountToken is { } token)
        {
            count++;
            Token(token, whole, at.Child("serviceAccountToken", "expirationSeconds"), errors);
        }

        if (count > 1)
        {
            errors.Forbidden(at, "may not specify more than 1 volume type per source");
        }
    }

    private static void Token(ServiceAccountTokenProjection token, FieldPath whole, FieldPath expiration, ErrorList errors)
    {
        var seconds = token.ExpirationSeconds ?? 0;
        if (seconds < 10 * 60)
        {
            errors.Invalid(expiration, seconds, "may not specify a duration less than 10 minutes");
        }

        if (seconds > 1L << 32)
        {
            errors.Invalid(expiration, seconds, "may not specify a duration larger than 2^32 seconds");
        }

        if (token.Path.Length == 0)
        {
            errors.Required(whole.Child("path"));
        }
        else
        {
            Check.LocalPath(token.Path, whole.Child("path"), errors);
        }
    }
}
