using System.Collections.Frozen;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <content>Environment variables and the downward API.</content>
internal static partial class PodSpecRules
{
    private static readonly string[] _environmentFields =
    [
        "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
    ];

    private static readonly string[] _resourceFields =
    [
        "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage", "requests.memory",
    ];

    private static readonly FrozenSet<string> _knownFields = FrozenSet.Create([.. _environmentFields, "metadata.annotations", "metadata.labels"]);

    private static readonly FrozenSet<string> _byteDivisors = FrozenSet.Create("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

    private static void Environment(ValueList<EnvVar> variables, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            var (variable, at) = (variables[i], path.Index(i));
            if (variable.Name.Length == 0)
            {
                errors.Required(at.Child("name"));
            }
            else
            {
                errors.Invalid(at.Child("name"), variable.Name, Names.RelaxedEnvVarName(variable.Name));
            }

            ValueFrom(variable, at.Child("valueFrom"), errors);
        }
    }

    private static void ValueFrom(EnvVar variable, FieldPath path, ErrorList errors)
    {
        if (variable.ValueFrom is not { } from)
        {
            return;
        }

        var count = 0;
        if (from.FieldRef is { } field)
        {
            count++;
            FieldSelector(field, _environmentFields, path.Child("fieldRef"), errors);
        }

        if (from.ResourceFieldRef is { } resource)
        {
            count++;
            ResourceSelector(resource, volume: false, path.Child("resourceFieldRef"), errors);
        }

        if (from.ConfigMapKeyRef is { } configMap)
        {
            count++;
            KeySelector(configMap.LocalObjectReference.Name, configMap.Key, path.Child("configMapKeyRef"), errors);
        }

        if (from.SecretKeyRef is { } secret)
        {
            count++;
            KeySelector(secret.LocalObjectReference.Name, secret.Key, path.Child("secretKeyRef"), errors);
        }

        if (from.FileKeyRef is { } file)
        {
            count++;
            FileKey(file, path.Child("fileKeyRef"), errors);
        }

        if (count == 0)
        {
            errors.Invalid(path, "", "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`");
        }
        else if (variable.Value.Length > 0)
        {
            errors.Invalid(path, "", "may not be specified when `value` is not empty");
        }
        else if (count > 1)
        {
            errors.Invalid(path, "", "may not have more than one field specified at a time");
        }
    }

    private static void FileKey(FileKeySelector file, FieldPath path, ErrorList errors)
    {
        if (file.Key.Length == 0)
        {
            errors.Required(path.Child("key"));
        }
        else
        {
            errors.Invalid(path.Child("key"), file.Key, Names.RelaxedEnvVarName(file.Key));
        }

        Check.Required(file.VolumeName, path.Child("volumeName"), errors);
        if (file.Path.Length == 0)
        {
            errors.Required(path.Child("path"));
        }
        else
        {
            Check.LocalPath(file.Path, path.Child("path"), errors);
        }
    }

    /// <summary>Files are read of emptyDir volumes, which must be there.</summary>
    private static void FileKeyVolumes(PodContext pod, FieldPath path, ErrorList errors)
    {
        foreach (var (container, at) in WithPaths(pod.Spec, path))
        {
            for (var j = 0; j < container.Env.Count; j++)
            {
                if (container.Env[j].ValueFrom?.FileKeyRef is not { } file)
                {
                    continue;
                }

                var volume = pod.Spec.Volumes.FirstOrDefault(volume => volume.Name == file.VolumeName);
                var field = at.Child("env").Index(j).Child("valueFrom", "fileKeyRef", "volumeName");
                if (volume is null)
                {
                    errors.NotFound(field, file.VolumeName);
                }
                else if (volume.VolumeSource.EmptyDir is null)
                {
                    errors.Invalid(field, file.VolumeName, "referenced volume must be of type emptyDir");
                }
            }
        }
    }

    private static void EnvironmentFrom(ValueList<EnvFromSource> sources, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            var (source, at) = (sources[i], path.Index(i));
            if (source.Prefix.Length > 0)
            {
                errors.Invalid(at.Child("prefix"), source.Prefix, Names.RelaxedEnvVarName(source.Prefix));
            }

            if (source.ConfigMapRef is { } configMap)
            {
                SourceName(configMap.LocalObjectReference.Name, at.Child("configMapRef", "name"), errors);
            }

            if (source.SecretRef is { } secret)
            {
                SourceName(secret.LocalObjectReference.Name, at.Child("secretRef", "name"), errors);
            }

            if (source is { ConfigMapRef: null, SecretRef: null })
            {
                errors.Invalid(path, "", "must specify one of: `configMapRef` or `secretRef`");
            }
            else if (source is { ConfigMapRef: not null, SecretRef: not null })
            {
                errors.Invalid(path, "", "may not have more than one field specified at a time");
            }
        }
    }

    private static void SourceName(string name, FieldPath path, ErrorList errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path);
        }
        else
        {
            errors.Invalid(path, name, NameRules.Subdomain(name, true));
        }
    }

    private static void KeySelector(string name, string key, FieldPath path, ErrorList errors)
    {
        Check.Subdomain(name, path.Child("name"), errors);
        if (key.Length == 0)
        {
            errors.Required(path.Child("key"));
        }
        else
        {
            errors.Invalid(path.Child("key"), key, Names.ConfigMapKey(key));
        }
    }

    public static void FieldSelector(ObjectFieldSelector field, string[] allowed, FieldPath path, ErrorList errors)
    {
        if (field.ApiVersion.Length == 0)
        {
            errors.Required(path.Child("apiVersion"));
            return;
        }

        if (field.FieldPath.Length == 0)
        {
            errors.Required(path.Child("fieldPath"));
            return;
        }

        var (label, subscript) = (field.FieldPath, (string?)null);
        if (label.EndsWith("']", StringComparison.Ordinal) && label.IndexOf("['", StringComparison.Ordinal) is > 0 and var open)
        {
            (label, subscript) = (label[..open], label[(open + 2)..^2]);
        }

        if (field.ApiVersion != "v1")
        {
            errors.Invalid(path.Child("fieldPath"), field.FieldPath, $"error converting fieldPath: unsupported pod version: {field.ApiVersion}");
            return;
        }

        if (subscript is not null)
        {
            switch (label)
            {
                case "metadata.annotations":
                    Check.QualifiedName(subscript.ToLowerInvariant(), path, errors);
                    break;
                case "metadata.labels":
                    Check.QualifiedName(subscript, path, errors);
                    break;
                default:
                    errors.Invalid(path.Child("fieldPath"), field.FieldPath, $"error converting fieldPath: field label does not support subscript: {field.FieldPath}");
                    break;
            }

            return;
        }

        // An old name of the node's name.
        label = label == "spec.host" ? "spec.nodeName" : label;
        if (!_knownFields.Contains(label) && label is not ("spec.restartPolicy" or "spec.schedulerName" or "status.phase"))
        {
            errors.Invalid(path.Child("fieldPath"), field.FieldPath, $"error converting fieldPath: field label not supported: {field.FieldPath}");
        }
        else if (!allowed.Contains(label))
        {
            errors.NotSupported(path.Child("fieldPath"), label, allowed);
        }
    }

    public static void ResourceSelector(ResourceFieldSelector selector, bool volume, FieldPath path, ErrorList errors)
    {
        var huge = selector.Resource.StartsWith("requests.hugepages-", StringComparison.Ordinal) || selector.Resource.StartsWith("limits.hugepages-", StringComparison.Ordinal);
        if (volume && selector.ContainerName.Length == 0)
        {
            errors.Required(path.Child("containerName"));
        }
        else if (selector.Resource.Length == 0)
        {
            errors.Required(path.Child("resource"));
        }
        else if (!_resourceFields.Contains(selector.Resource) && !huge)
        {
            errors.NotSupported(path.Child("resource"), selector.Resource, _resourceFields);
        }

        if (selector.Divisor.IsZero)
        {
            return;
        }

        var bytes = _byteDivisors.Contains(selector.Divisor.ToString());
        const string units = "only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the ";
        var wrong = selector.Resource switch
        {
            "limits.cpu" or "requests.cpu" => selector.Divisor.ToString() is "1m" or "1" ? null : "only divisor's values 1m and 1 are supported with the cpu resource",
            "limits.memory" or "requests.memory" => bytes ? null : units + "memory resource",
            "limits.ephemeral-storage" or "requests.ephemeral-storage" => bytes ? null : units + "local ephemeral storage resource",
            _ => huge && !bytes ? units + "hugepages resource" : null,
        };
        if (wrong is not null)
        {
            errors.Invalid(path.Child("divisor"), selector.Resource, wrong);
        }
    }
}
