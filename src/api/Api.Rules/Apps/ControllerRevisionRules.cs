using Cybernetes.Api.AppsV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Snapshots of templates.</summary>
internal sealed class ControllerRevisionRules : KindRules<ControllerRevision>
{
    protected override void Validate(ControllerRevision obj, ErrorList errors)
    {
        Common(obj, errors);
        var data = FieldPath.Of("data");
        if (obj.Data.Raw.IsEmpty)
        {
            errors.Required(data, "data is mandatory");
        }
        else if (!obj.Data.ToValue().IsMap)
        {
            errors.Required(data, "data must be a valid JSON object");
        }
    }

    private void Common(ControllerRevision obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Check.NonNegative(obj.Revision, FieldPath.Of("revision"), errors);
    }

    protected override void ValidateUpdate(ControllerRevision obj, ControllerRevision old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Common(obj, errors);
        if (obj.Data != old.Data)
        {
            errors.Invalid(FieldPath.Of("data"), FieldValue.Json(obj.Data.ToString()), Check.Immutable);
        }
    }
}
