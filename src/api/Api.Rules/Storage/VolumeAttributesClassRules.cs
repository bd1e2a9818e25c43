using Cybernetes.Api.Machinery;
using Cybernetes.Api.StorageV1;

namespace Cybernetes.Api.Rules;

/// <summary>Classes of volume attributes.</summary>
internal sealed class VolumeAttributesClassRules : KindRules<VolumeAttributesClass>
{
    protected override void Validate(VolumeAttributesClass obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Rest(obj, errors);
    }

    protected override void ValidateUpdate(VolumeAttributesClass obj, VolumeAttributesClass old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        if (obj.DriverName != old.DriverName)
        {
            errors.Forbidden(FieldPath.Of("driverName"), "updates to driverName are forbidden.");
        }

        if (obj.Parameters != old.Parameters)
        {
            errors.Forbidden(FieldPath.Of("parameters"), "updates to parameters are forbidden.");
        }

        Rest(obj, errors);
    }

    private static void Rest(VolumeAttributesClass obj, ErrorList errors)
    {
        VolumeRules.CsiDriver(obj.DriverName, FieldPath.Of("driverName"), errors);
        StorageParameters.Validate(obj.Parameters, false, FieldPath.Of("parameters"), errors);
    }
}
