using Cybernetes.Api.Machinery;
using Cybernetes.Api.StorageV1;

namespace Cybernetes.Api.Rules;

/// <summary>Volumes attached to nodes.</summary>
internal sealed class VolumeAttachmentRules : KindRules<VolumeAttachment>
{
    private const int MessageSize = 1024;
    private const int MetadataSize = 256 * 1024;

    private static readonly StatusRules<VolumeAttachment> _status = new((obj, old) => obj with { Spec = old.Spec }, (obj, old, errors) => Rest(obj, errors));

    public override bool AllowUnconditionalUpdate => false;

    protected override VolumeAttachment OnDefault(VolumeAttachment obj) => obj.Spec.Source.InlineVolumeSpec is { } inline
        ? obj with { Spec = obj.Spec with { Source = obj.Spec.Source with { InlineVolumeSpec = inline with { PersistentVolumeSource = PersistentVolumeRules.Source(inline.PersistentVolumeSource) } } } }
        : obj;

    protected override VolumeAttachment OnCreate(VolumeAttachment obj, RequestFacts facts) => obj with { Status = VolumeAttachmentStatus.Empty };

    protected override VolumeAttachment OnUpdate(VolumeAttachment obj, VolumeAttachment old, RequestFacts facts) => obj with { Status = old.Status };

    protected override void Validate(VolumeAttachment obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Rest(obj, errors);
        VolumeRules.CsiDriver(obj.Spec.Attacher, FieldPath.Of("spec", "attacher"), errors);
        VolumeName(obj, errors);
    }

    protected override void ValidateUpdate(VolumeAttachment obj, VolumeAttachment old, ErrorList errors)
    {
        Rest(obj, errors);
        VolumeName(obj, errors);
        ValidateMetaUpdate(obj, old, errors);
        Check.Unchanged(obj.Spec, old.Spec, FieldPath.Of("spec"), errors, GoDump.Of);
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static void VolumeName(VolumeAttachment obj, ErrorList errors)
    {
        if (obj.Spec.Source.PersistentVolumeName is { } name)
        {
            Check.Subdomain(name, FieldPath.Of("spec", "source", "persistentVolumeName"), errors);
        }
    }

    private static void Rest(VolumeAttachment obj, ErrorList errors)
    {
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        if (spec.Attacher.Length == 0)
        {
            errors.Required(path.Child("attacher"));
        }
        else
        {
            errors.Invalid(path.Child("attacher"), spec.Attacher, Names.QualifiedName(spec.Attacher.ToLowerInvariant()));
        }

        const string exactlyOne = "must specify exactly one of inlineVolumeSpec and persistentVolumeName";
        switch (spec.Source)
        {
            case { InlineVolumeSpec: null, PersistentVolumeName: null }:
                errors.Required(path.Child("source"), exactlyOne);
                break;
            case { InlineVolumeSpec: not null, PersistentVolumeName: not null }:
                errors.Forbidden(path.Child("source"), exactlyOne);
                break;
            case { PersistentVolumeName: "" }:
                errors.Required(path.Child("source", "persistentVolumeName"), "must specify non empty persistentVolumeName");
                break;
            case { InlineVolumeSpec: { } inline }:
                PersistentVolumeSpecRules.Validate(inline, "", true, path.Child("source", "inlineVolumeSpec"), errors);
                break;
        }

        Check.Subdomain(spec.NodeName, path.Child("nodeName"), errors);
        Status(obj.Status, FieldPath.Of("status"), errors);
    }

    private static void Status(VolumeAttachmentStatus status, FieldPath path, ErrorList errors)
    {
        var size = 0;
        foreach (var (key, value) in status.AttachmentMetadata)
        {
            if (key.Length == 0)
            {
                errors.Invalid(path.Child("attachmentMetadata"), key, "field can not be empty.");
            }

            size += key.Utf8Length() + value.Utf8Length();
        }

        if (size > MetadataSize)
        {
            errors.TooLong(path.Child("attachmentMetadata"), MetadataSize);
        }

        Error(status.AttachError, path.Child("attachError"), errors);
        Error(status.DetachError, path.Child("detachError"), errors);
    }

    private static void Error(VolumeError? error, FieldPath path, ErrorList errors)
    {
        if (error is { Message: var message } && message.Utf8Length() > MessageSize)
        {
            errors.TooLong(path.Child("message"), MessageSize);
        }
    }
}
