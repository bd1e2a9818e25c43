using Cybernetes.Api.Machinery;
using Cybernetes.Api.ResourceV1;

namespace Cybernetes.Api.Rules;

/// <summary>The devices that a driver offers on a node, or a part of them.</summary>
internal sealed class ResourceSliceRules : KindRules<ResourceSlice>
{
    private const int MostDevices = 128;
    private const int MostRichDevices = 64;
    private const int MostCounterSets = 8;
    private const string OneOf = "exactly one of `nodeName`, `nodeSelector`, `allNodes`, `perDeviceNodeSelection` is required";

    protected override ResourceSlice OnCreate(ResourceSlice obj, RequestFacts facts) => FirstGeneration(Timed(obj, facts));

    protected override ResourceSlice OnUpdate(ResourceSlice obj, ResourceSlice old, RequestFacts facts)
    {
        obj = Timed(obj, facts);
        return WithGeneration(obj, old, obj.Spec != old.Spec);
    }

    protected override void Validate(ResourceSlice obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Spec(obj.Spec, null, errors);
    }

    protected override void ValidateUpdate(ResourceSlice obj, ResourceSlice old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Spec(obj.Spec, old.Spec, errors);
    }

    // A taint without a time begins now.
    private static ResourceSlice Timed(ResourceSlice obj, RequestFacts facts) => obj with
    {
        Spec = obj.Spec with
        {
            Devices = obj.Spec.Devices.Update(device => device with { Taints = device.Taints.Update(taint => taint.TimeAdded is null ? taint with { TimeAdded = facts.Now } : taint) }),
        },
    };

    private static void Spec(ResourceSliceSpec spec, ResourceSliceSpec? old, ErrorList errors)
    {
        var path = FieldPath.Of("spec");
        VolumeRules.CsiDriver(spec.Driver, path.Child("driver"), errors);
        DeviceParts.Pool(spec.Pool.Name, path.Child("pool", "name"), errors);
        if (spec.Pool.ResourceSliceCount <= 0)
        {
            errors.Invalid(path.Child("pool", "resourceSliceCount"), spec.Pool.ResourceSliceCount, "must be greater than zero");
        }

        if (spec.Pool.Generation < 0)
        {
            errors.Invalid(path.Child("pool", "generation"), spec.Pool.Generation, "must be greater than or equal to zero");
        }

        if (old is not null)
        {
            Check.Unchanged(spec.Pool.Name, old.Pool.Name, path.Child("pool", "name"), errors, name => name);
            Check.Unchanged(spec.Driver, old.Driver, path.Child("driver"), errors, driver => driver);
            Check.Unchanged(spec.NodeName, old.NodeName, path.Child("nodeName"), errors, node => node);
        }

        Placement(spec, path, errors);
        if (!spec.SharedCounters.IsNil && !spec.Devices.IsNil)
        {
            errors.Invalid(path, "", "only one of `sharedCounters` or `devices` is allowed");
        }

        var rich = spec.Devices.Any(device => !device.Taints.IsEmpty || !device.ConsumesCounters.IsEmpty);
        DeviceParts.Set(spec.Devices, rich ? MostRichDevices : MostDevices, device => device.Name, path.Child("devices"), errors, (device, at) =>
            DeviceRules.Validate(device, old?.Devices.FirstOrDefault(other => other.Name == device.Name), spec.PerDeviceNodeSelection == true, at, errors));
        DeviceParts.Set(spec.SharedCounters, MostCounterSets, set => set.Name, path.Child("sharedCounters"), errors, (set, at) => DeviceRules.Counters(set.Name, "name", set.Counters, at, errors));
    }

    private static void Placement(ResourceSliceSpec spec, FieldPath path, ErrorList errors)
    {
        var set = new List<string>();
        if (spec.NodeName is "")
        {
            errors.Invalid(path.Child("nodeName"), spec.NodeName, "must be either unset or set to a non-empty string");
        }
        else if (spec.NodeName is { } node)
        {
            set.Add("`nodeName`");
            errors.Invalid(path.Child("nodeName"), node, NameRules.Subdomain(node, false));
        }

        if (spec.NodeSelector is { } selector)
        {
            set.Add("`nodeSelector`");
            NodeSelectorRules.Validate(selector, path.Child("nodeSelector"), errors);
            if (selector.NodeSelectorTerms.Count != 1)
            {
                errors.Invalid(path.Child("nodeSelector", "nodeSelectorTerms"), GoDump.List(selector.NodeSelectorTerms), "must have exactly one node selector term");
            }
        }

        foreach (var (value, name) in new[] { (spec.AllNodes, "allNodes"), (spec.PerDeviceNodeSelection, "perDeviceNodeSelection") })
        {
            if (value == true)
            {
                set.Add($"`{name}`");
            }
            else if (value is { } no)
            {
                errors.Invalid(path.Child(name), no, "must be either unset or set to true");
            }
        }

        if (set.Count == 0)
        {
            errors.Required(path, OneOf);
        }
        else if (set.Count > 1)
        {
            errors.Invalid(path, $"{{{string.Join(", ", set)}}}", OneOf + ", but multiple fields are set");
        }
    }
}
