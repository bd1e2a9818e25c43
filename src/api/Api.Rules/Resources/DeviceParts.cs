using System.Text.RegularExpressions;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.ResourceV1;

namespace Cybernetes.Api.Rules;

/// <summary>What claims, classes and slices of devices have in common.</summary>
internal static partial class DeviceParts
{
    private const int MaxId = 32;
    private const int MaxPool = 253;
    private const int MaxExpression = 10 * 1024;
    private const int MaxParameters = 10 * 1024;
    private const int MaxBindingConditions = 4;
    private const int MostParts = 32;

    private static readonly Dictionary<string, CelType> _names = new(StringComparer.Ordinal)
    {
        ["device"] = CelRequests.Of(
            "kubernetes.DRADevice",
            ("driver", CelType.String),
            ("attributes", CelType.Map(CelType.String, CelType.Map(CelType.String, CelType.Dyn))),
            ("capacity", CelType.Map(CelType.String, CelType.Map(CelType.String, new("kubernetes.Quantity")))),
            ("allowMultipleAllocations", CelType.Bool)),
    };

    /// <summary>False, and an error, where a list is longer than it may be; its items are then not looked at.</summary>
    public static bool Fits(int count, int most, FieldPath path, ErrorList errors)
    {
        if (count > most)
        {
            errors.TooMany(path, count, most);
        }

        return count <= most;
    }

    /// <summary>Checks each item, then that no key comes twice.</summary>
    public static void Set<T>(ValueList<T> items, int most, Func<T, string> key, FieldPath path, ErrorList errors, Action<T, FieldPath> check)
    {
        if (!Fits(items.Count, most, path, errors))
        {
            return;
        }

        for (var i = 0; i < items.Count; i++)
        {
            check(items[i], path.Index(i));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            if (!seen.Add(key(items[i])))
            {
                errors.Duplicate(path.Index(i), key(items[i]));
            }
        }
    }

    public static void Selectors(ValueList<DeviceSelector> selectors, bool stored, FieldPath path, ErrorList errors)
    {
        if (!Fits(selectors.Count, MostParts, path, errors))
        {
            return;
        }

        for (var i = 0; i < selectors.Count; i++)
        {
            var at = path.Index(i).Child("cel");
            if (selectors[i].Cel is not { } cel)
            {
                errors.Required(at);
            }
            else if (stored)
            {
                continue;
            }
            else if (cel.Expression.Utf8Length() > MaxExpression)
            {
                errors.TooLong(at.Child("expression"), MaxExpression);
            }
            else
            {
                CelExpressionRules.Validate(cel.Expression, _names, at.Child("expression"), errors, CelType.Bool);
            }
        }
    }

    public static void Configuration(DeviceConfiguration configuration, bool stored, FieldPath path, ErrorList errors)
    {
        if (configuration.Opaque is not { } opaque)
        {
            errors.Required(path.Child("opaque"));
            return;
        }

        VolumeRules.CsiDriver(opaque.Driver, path.Child("opaque", "driver"), errors);
        RawObject(opaque.Parameters.Raw, stored, path.Child("opaque", "parameters"), errors);
    }

    /// <summary>Any JSON object.</summary>
    public static void RawObject(Bytes raw, bool stored, FieldPath path, ErrorList errors)
    {
        if (raw.IsEmpty)
        {
            errors.Required(path);
        }
        else if (!stored && raw.Length > MaxParameters)
        {
            errors.TooLong(path, MaxParameters);
        }
        else
        {
            var value = Value.ParseJson(raw.Span);
            if (value.IsNull)
            {
                errors.Required(path);
            }
            else if (!value.IsMap)
            {
                errors.Invalid(path, "<value omitted>", "must be a valid JSON object");
            }
        }
    }

    public static void Toleration(DeviceToleration toleration, FieldPath at, ErrorList errors)
    {
        if (toleration.Key.Length > 0)
        {
            Check.QualifiedName(toleration.Key, at.Child("key"), errors);
        }

        switch (toleration.Operator)
        {
            case "":
                errors.Required(at.Child("operator"));
                break;
            case "Exists":
                if (toleration.Value.Length > 0)
                {
                    errors.Invalid(at.Child("value"), toleration.Value, "must be empty for operator `Exists`");
                }

                break;
            case "Equal":
                errors.Invalid(at.Child("value"), toleration.Value, Names.LabelValue(toleration.Value));
                break;
            default:
                errors.NotSupported(at.Child("operator"), toleration.Operator, "Equal", "Exists");
                break;
        }

        if (toleration.Effect.Length > 0)
        {
            Effect(toleration.Effect, at.Child("effect"), errors);
        }
    }

    public static void Taint(DeviceTaint taint, FieldPath at, ErrorList errors)
    {
        Check.QualifiedName(taint.Key, at.Child("key"), errors);
        errors.Invalid(at.Child("value"), taint.Value, Names.LabelValue(taint.Value));
        if (taint.Effect.Length == 0)
        {
            errors.Required(at.Child("effect"));
        }
        else
        {
            Effect(taint.Effect, at.Child("effect"), errors);
        }
    }

    /// <summary>The name of a pool: subdomains between slashes.</summary>
    public static void Pool(string name, FieldPath path, ErrorList errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path);
            return;
        }

        if (name.Utf8Length() > MaxPool)
        {
            errors.TooLong(path, MaxPool);
        }

        foreach (var part in name.Split('/'))
        {
            Check.Subdomain(part, path, errors);
        }
    }

    /// <summary>A C identifier, which a domain may precede.</summary>
    public static void QualifiedName(string name, FieldPath path, ErrorList errors)
    {
        switch (name.Split('/'))
        {
            case [var only]:
                Identifier(only, path, errors);
                break;
            case [var domain, var id, ..]:
                if (domain.Length == 0)
                {
                    errors.Invalid(path, "", "the domain must not be empty");
                }
                else
                {
                    VolumeRules.CsiDriver(domain, path, errors);
                }

                if (id.Length == 0)
                {
                    errors.Invalid(path, "", "the name must not be empty");
                }
                else
                {
                    Identifier(id, path, errors);
                }

                break;
        }
    }

    /// <summary>A C identifier that a domain precedes.</summary>
    public static void FullName(string name, FieldPath path, ErrorList errors)
    {
        QualifiedName(name, path, errors);
        if (!name.Contains('/', StringComparison.Ordinal))
        {
            errors.Invalid(path, name, "a fully qualified name must be a domain and a name separated by a slash");
        }
    }

    /// <summary>The conditions that must come before a device is bound, and those that end it.</summary>
    public static void Binding(ValueList<string> conditions, ValueList<string> failures, FieldPath at, ErrorList errors)
    {
        foreach (var (list, name) in new[] { (conditions, "bindingConditions"), (failures, "bindingFailureConditions") })
        {
            Set(list, MaxBindingConditions, item => item, at.Child(name), errors, (item, path) =>
            {
                Check.QualifiedName(item, path, errors);
                if (name != "bindingConditions" && conditions.Contains(item))
                {
                    errors.Invalid(path, item, "bindingFailureConditions must not overlap with bindingConditions");
                }
            });
        }

        if (conditions.IsEmpty && !failures.IsEmpty)
        {
            errors.Invalid(at.Child("bindingConditions"), GoDump.List(conditions), "bindingConditions are required to use bindingFailureConditions");
        }

        if (failures.IsEmpty && !conditions.IsEmpty)
        {
            errors.Invalid(at.Child("bindingFailureConditions"), GoDump.List(failures), "bindingFailureConditions are required to use bindingConditions");
        }
    }

    public static bool IsVersion(string text) => Version().IsMatch(text);

    private static void Effect(string effect, FieldPath path, ErrorList errors) => Check.Supported(effect, path, errors, "NoExecute", "NoSchedule", "None");

    private static void Identifier(string id, FieldPath path, ErrorList errors)
    {
        if (id.Utf8Length() > MaxId)
        {
            errors.TooLong(path, MaxId);
        }

        errors.Invalid(path, id, Names.CIdentifier(id));
    }

    // semver.org 2.0.0
    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
