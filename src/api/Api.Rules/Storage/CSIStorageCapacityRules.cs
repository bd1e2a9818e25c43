using Cybernetes.Api.Machinery;
using Cybernetes.Api.StorageV1;

namespace Cybernetes.Api.Rules;

/// <summary>What CSI drivers have left to give.</summary>
internal sealed class CSIStorageCapacityRules : KindRules<CSIStorageCapacity>
{
    public override bool AllowUnconditionalUpdate => false;

    protected override void Validate(CSIStorageCapacity obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Check.Selector(obj.NodeTopology, FieldPath.Of("nodeTopology"), errors);
        Check.Subdomain(obj.StorageClassName, FieldPath.Of("storageClassName"), errors);
        NonNegative(obj.Capacity, FieldPath.Of("capacity"), errors);
    }

    protected override void ValidateUpdate(CSIStorageCapacity obj, CSIStorageCapacity old, ErrorList errors)
    {
        Validate(obj, errors);
        ValidateMetaUpdate(obj, old, errors);
        Check.Unchanged(obj.NodeTopology, old.NodeTopology, FieldPath.Of("nodeTopology"), errors, GoDump.Of);
        Check.Unchanged(obj.StorageClassName, old.StorageClassName, FieldPath.Of("storageClassName"), errors, value => value);
    }

    private static void NonNegative(Quantity? value, FieldPath path, ErrorList errors)
    {
        if (value is { Sign: < 0 } negative)
        {
            errors.Invalid(path, negative.ToString(), "must be greater than or equal to 0");
        }
    }
}
