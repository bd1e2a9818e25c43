using System.Runtime.CompilerServices;

namespace Cybernetes.Api.Machinery;

/// <summary>Checks a value against its merge type.</summary>
internal static class TypedCheck
{
    public static void Walk(Value value, MergeType type, string path, List<string> errors)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value.IsNull)
        {
            return;
        }

        type = type.For(value);
        switch (type.Kind)
        {
            case MergeKind.Scalar:
                Scalar(value, type.Scalar, path, errors);
                break;
            case MergeKind.List when !value.IsList:
                errors.Add($"{path}: expected list, got {GoValue.Format(value)}");
                break;
            case MergeKind.List:
                List(value, type, path, errors);
                break;
            case MergeKind.Map when !value.IsMap:
                errors.Add($"{path}: expected map, got {GoValue.Format(value)}");
                break;
            default:
                Map(value, type, path, errors);
                break;
        }
    }

    private static void Scalar(Value value, MergeScalar scalar, string path, List<string> errors)
    {
        var wrong = scalar switch
        {
            MergeScalar.String => value.IsString ? null : $"expected string, got {GoValue.Format(value)}",
            MergeScalar.Numeric => value.AsDouble is not null ? null : $"expected numeric (int or float), got {GoType(value)}",
            MergeScalar.Boolean => value.AsBoolean is not null ? null : $"expected boolean, got {GoValue.Format(value)}",
            _ => value.IsMap || value.IsList ? $"expected scalar, got {GoValue.Format(value)}" : null,
        };
        if (wrong is not null)
        {
            errors.Add($"{path}: {wrong}");
        }
    }

    private static void List(Value value, MergeType type, string path, List<string> errors)
    {
        var seen = type.Atomic ? null : new HashSet<PathElement>();
        for (var i = 0; i < value.Items.Count; i++)
        {
            var element = PathElement.Index(i);
            if (seen is not null)
            {
                if (ListItems.TryElement(value.Items[i], type, out element) is { } wrong)
                {
                    errors.Add($"{path}: element {i}: {wrong}");
                    continue;
                }

                if (!seen.Add(element))
                {
                    errors.Add($"{path}: duplicate entries for key {element}");
                }
            }

            Walk(value.Items[i], type.Element, path + element, errors);
        }
    }

    private static void Map(Value value, MergeType type, string path, List<string> errors)
    {
        foreach (var (key, entry) in value.Entries)
        {
            if (!type.IsDeclared(key) && !type.IsOpenMap && !type.PreservesUnknown)
            {
                errors.Add($"{path}.{key}: field not declared in schema");
            }
            else
            {
                Walk(entry, type.Field(key), $"{path}.{key}", errors);
            }
        }
    }

    private static string GoType(Value value) => value.Kind switch
    {
        ValueKind.String => "string",
        ValueKind.Boolean => "bool",
        ValueKind.List => "[]interface {}",
        _ => "map[string]interface {}",
    };
}
