using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Printing;

/// <summary>Prints a whole object or list in one of the output formats that are not tables.</summary>
public abstract class ObjectPrinter
{
    private const string Known = "custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml";

    /// <summary>Prints one document.</summary>
    public abstract void Print(Value document, TextWriter output);

    /// <summary>Whether lists are printed item by item.</summary>
    public virtual bool OpensLists => false;

    /// <summary>The printer of <c>-o</c>; null for tables (nothing, or wide).</summary>
    /// <exception cref="KubectlException">There is no such format, or its template is wrong.</exception>
    public static ObjectPrinter? Of(string format, bool showManagedFields = false, bool noHeaders = false, bool allowMissingKeys = true)
    {
        var equals = format.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? format : format[..equals];
        var argument = equals < 0 ? "" : format[(equals + 1)..];
        return name switch
        {
            "" or "wide" => null,
            "json" => new JsonPrinter(showManagedFields),
            "yaml" => new YamlPrinter(showManagedFields),
            "name" => new NamePrinter(),
            "jsonpath" => new JsonPathPrinter(Template(argument, name), allowMissingKeys),
            "jsonpath-as-json" => new JsonPathPrinter(Template(argument, name), allowMissingKeys, asJson: true),
            "jsonpath-file" => new JsonPathPrinter(File.ReadAllText(Template(argument, name)), allowMissingKeys),
            "custom-columns" => CustomColumnsPrinter.Parse(Template(argument, name), noHeaders),
            "custom-columns-file" => CustomColumnsPrinter.ParseFile(File.ReadAllLines(Template(argument, name)), noHeaders),
            _ => throw KubectlException.Error($"unable to match a printer suitable for the output format \"{format}\", allowed formats are: {Known}"),
        };
    }

    /// <summary>A document without managedFields, or a list whose items are without.</summary>
    protected static Value WithoutManagedFields(Value document)
    {
        if (document["items"].IsList)
        {
            document = document.With("items", Value.List(document["items"].Items.Select(WithoutManagedFields).ToValueList()));
        }

        return document["metadata"]["managedFields"].IsNull ? document : document.With("metadata", document["metadata"].Without("managedFields"));
    }

    private static string Template(string argument, string name) =>
        argument.Length > 0 ? argument : throw KubectlException.Error(name.StartsWith("custom", StringComparison.Ordinal) ? "custom-columns format specified but no custom columns given" : "template format specified but no template given");

    private sealed class JsonPrinter(bool showManagedFields) : ObjectPrinter
    {
        public override void Print(Value document, TextWriter output) =>
            output.WriteLine(IndentedJson.Write(showManagedFields ? document : WithoutManagedFields(document)));
    }

    private sealed class YamlPrinter(bool showManagedFields) : ObjectPrinter
    {
        private bool _again;

        public override void Print(Value document, TextWriter output)
        {
            if (_again)
            {
                output.WriteLine("---");
            }

            _again = true;
            output.Write(YamlWriter.Write(showManagedFields ? document : WithoutManagedFields(document)));
        }
    }

    private sealed class NamePrinter : ObjectPrinter
    {
        public override bool OpensLists => true;

        public override void Print(Value document, TextWriter output)
        {
            var kind = GroupVersionKind.From(document["apiVersion"].AsString ?? "", document["kind"].AsString ?? "");
            var name = kind.Group.Length == 0 ? kind.Kind.ToLowerInvariant() : $"{kind.Kind.ToLowerInvariant()}.{kind.Group}";
            output.WriteLine($"{name}/{document.At("metadata", "name").AsString ?? "<unknown>"}");
        }
    }

    private sealed class JsonPathPrinter : ObjectPrinter
    {
        private readonly string _template;
        private readonly JsonPath _path;
        private readonly bool _allowMissingKeys;
        private readonly bool _asJson;

        public JsonPathPrinter(string template, bool allowMissingKeys, bool asJson = false)
        {
            (_template, _allowMissingKeys, _asJson) = (template, allowMissingKeys, asJson);
            try
            {
                _path = JsonPath.Parse(template);
            }
            catch (JsonPathException e)
            {
                throw KubectlException.Error($"error parsing jsonpath {template}, {e.Message}");
            }
        }

        public override void Print(Value document, TextWriter output)
        {
            try
            {
                output.Write(_asJson ? IndentedJson.Write(Value.List(_path.FindAll(document, _allowMissingKeys).ToValueList())) + "\n" : _path.Print(document, _allowMissingKeys));
            }
            catch (JsonPathException e)
            {
                var message = new StringBuilder($"error executing jsonpath {GoText.Quote(_template)}: Error executing template: {e.Message}. Printing more information for debugging the template:\n");
                message.Append($"\ttemplate was:\n\t\t{_template}\n\tobject given to jsonpath engine was:\n\t\t{document}\n\n");
                throw KubectlException.Error(message.ToString());
            }
        }
    }
}
