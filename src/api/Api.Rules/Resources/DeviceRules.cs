using Cybernetes.Api.Machinery;
using Cybernetes.Api.ResourceV1;

namespace Cybernetes.Api.Rules;

/// <summary>One device of a slice. What is as it was before is not judged again.</summary>
internal static class DeviceRules
{
    private const int MostParts = 32;
    private const int MostTaints = 16;
    private const int MostConsumptions = 2;
    private const int LongestKey = 63 + 1 + 32;
    private const int LongestValue = 64;
    private const string OneOf = "exactly one of `nodeName`, `nodeSelector`, or `allNodes` is required when `perDeviceNodeSelection` is set to true in the ResourceSlice spec";

    public static void Validate(Device device, Device? old, bool placed, FieldPath at, ErrorList errors)
    {
        Check.Label(device.Name, at.Child("name"), errors);
        if (device.Attributes.Count + device.Capacity.Count > MostParts)
        {
            errors.Invalid(at, device.Attributes.Count + device.Capacity.Count, $"the total number of attributes and capacities must not exceed {MostParts}");
        }

        foreach (var (key, attribute) in device.Attributes)
        {
            DeviceParts.QualifiedName(key, at.Child("attributes"), errors);
            Attribute(attribute, at.Child("attributes").Key(Short(key, LongestKey)), errors);
        }

        if (old is null || old.Capacity != device.Capacity)
        {
            foreach (var (key, capacity) in device.Capacity)
            {
                DeviceParts.QualifiedName(key, at.Child("capacity"), errors);
                CapacityPolicyRules.Validate(capacity, device.AllowMultipleAllocations == true, at.Child("capacity").Key(Short(key, LongestKey)), errors);
            }
        }

        if ((old is null || old.Taints != device.Taints) && DeviceParts.Fits(device.Taints.Count, MostTaints, at.Child("taints"), errors))
        {
            for (var i = 0; i < device.Taints.Count; i++)
            {
                DeviceParts.Taint(device.Taints[i], at.Child("taints").Index(i), errors);
            }
        }

        DeviceParts.Set(device.ConsumesCounters, MostConsumptions, consumption => consumption.CounterSet, at.Child("consumesCounters"), errors, (consumption, here) =>
            Counters(consumption.CounterSet, "counterSet", consumption.Counters, here, errors));
        Placement(device, placed, at, errors);
        DeviceParts.Binding(device.BindingConditions, device.BindingFailureConditions, at, errors);
    }

    /// <summary>Named counters.</summary>
    public static void Counters(string name, string field, ValueMap<Counter> counters, FieldPath at, ErrorList errors)
    {
        if (name.Length == 0)
        {
            errors.Required(at.Child(field));
        }
        else
        {
            Check.Label(name, at.Child(field), errors);
        }

        if (counters.IsEmpty)
        {
            errors.Required(at.Child("counters"));
            return;
        }

        if (DeviceParts.Fits(counters.Count, MostParts, at.Child("counters"), errors))
        {
            foreach (var (key, _) in counters)
            {
                Check.Label(key, at.Child("counters"), errors);
            }
        }
    }

    // A long key is cut in its middle.
    private static string Short(string key, int longest)
    {
        var rest = longest - 3;
        return key.Length <= longest ? key : $"{key[..((rest + 1) / 2)]}...{key[^(rest / 2)..]}";
    }

    private static void Placement(Device device, bool placed, FieldPath at, ErrorList errors)
    {
        if (!placed)
        {
            if (device.NodeName is not null || device.NodeSelector is not null || device.AllNodes is not null)
            {
                errors.Invalid(at, FieldValue.Null, "`nodeName`, `nodeSelector` and `allNodes` can only be set if `perDeviceNodeSelection` is set to true in the ResourceSlice spec");
            }

            return;
        }

        var set = new List<string>();
        if (device.NodeName is "")
        {
            errors.Invalid(at.Child("nodeName"), device.NodeName, "must not be empty");
        }
        else if (device.NodeName is { } node)
        {
            set.Add("`nodeName`");
            errors.Invalid(at.Child("nodeName"), node, NameRules.Subdomain(node, false));
        }

        if (device.NodeSelector is { } selector)
        {
            set.Add("`nodeSelector`");
            NodeSelectorRules.Validate(selector, at.Child("nodeSelector"), errors);
        }

        if (device.AllNodes == true)
        {
            set.Add("`allNodes`");
        }
        else if (device.AllNodes is { } no)
        {
            errors.Invalid(at.Child("allNodes"), no, "must be either unset or set to true");
        }

        if (set.Count == 0)
        {
            errors.Required(at, OneOf);
        }
        else if (set.Count > 1)
        {
            errors.Invalid(at, $"{{{string.Join(", ", set)}}}", OneOf);
        }
    }

    private static void Attribute(DeviceAttribute attribute, FieldPath at, ErrorList errors)
    {
        if (attribute.String is { } text && text.Utf8Length() > LongestValue)
        {
            errors.TooLong(at.Child("string"), LongestValue);
        }

        if (attribute.Version is { } version)
        {
            if (!DeviceParts.IsVersion(version))
            {
                errors.Invalid(at.Child("version"), version, "must be a string compatible with semver.org spec 2.0.0");
            }

            if (version.Utf8Length() > LongestValue)
            {
                errors.TooLong(at.Child("version"), LongestValue);
            }
        }

        var values = new[] { attribute.Bool is not null, attribute.Int is not null, attribute.String is not null, attribute.Version is not null, !attribute.Bools.IsNil, !attribute.Ints.IsNil, !attribute.Strings.IsNil, !attribute.Versions.IsNil }.Count(set => set);
        if (values == 0)
        {
            errors.Invalid(at, "", "exactly one value must be specified");
        }
        else if (values > 1)
        {
            errors.Invalid(at, GoDump.Of(attribute), "exactly one value must be specified");
        }
    }
}
