using Cybernetes.Api.Machinery;
using Cybernetes.Api.StorageV1;

namespace Cybernetes.Api.Rules;

/// <summary>The CSI drivers of a node.</summary>
internal sealed class CSINodeRules : KindRules<CSINode>
{
    private const int NodeIdLength = 256;

    public override bool AllowUnconditionalUpdate => false;

    protected override CSINode OnCreate(CSINode obj, RequestFacts facts) =>
        obj with { Spec = obj.Spec with { Drivers = obj.Spec.Drivers.Select(driver => driver with { TopologyKeys = driver.TopologyKeys.OrNone() }).ToValueList().OrNone() } };

    protected override void Validate(CSINode obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Drivers(obj.Spec.Drivers, FieldPath.Of("spec", "drivers"), errors);
    }

    protected override void ValidateUpdate(CSINode obj, CSINode old, ErrorList errors)
    {
        Validate(obj, errors);
        ValidateMetaUpdate(obj, old, errors);
        foreach (var before in old.Spec.Drivers)
        {
            foreach (var now in obj.Spec.Drivers.Where(driver => driver.Name == before.Name))
            {
                if (now.NodeID != before.NodeID || now.TopologyKeys != before.TopologyKeys)
                {
                    errors.Invalid(FieldPath.Of("spec", "drivers"), GoDump.Of(now), Check.Immutable);
                }
            }
        }
    }

    private static void Drivers(ValueList<CSINodeDriver> drivers, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < drivers.Count; i++)
        {
            var (driver, at) = (drivers[i], path.Index(i));
            VolumeRules.CsiDriver(driver.Name, at.Child("name"), errors);
            if (driver.NodeID.Length == 0)
            {
                errors.Required(at.Child("nodeID"));
            }

            if (driver.NodeID.Utf8Length() > NodeIdLength)
            {
                errors.Invalid(at.Child("nodeID"), driver.NodeID, $"must be {NodeIdLength} characters or less");
            }

            if (driver.Allocatable?.Count is { } count)
            {
                Check.NonNegative(count, at.Child("allocatable", "count"), errors);
            }

            if (drivers.Take(i).Any(other => other.Name == driver.Name))
            {
                errors.Duplicate(at.Child("name"), driver.Name);
            }

            Keys(driver.TopologyKeys, at, errors);
        }
    }

    private static void Keys(ValueList<string> keys, FieldPath at, ErrorList errors)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Length == 0)
            {
                errors.Required(at);
            }

            if (keys.Take(i).Contains(keys[i]))
            {
                errors.Duplicate(at, keys[i]);
            }

            Check.QualifiedName(keys[i], at, errors);
        }
    }
}
