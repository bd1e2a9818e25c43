using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tools;

/// <summary><c>c8s api convert</c>: reads objects in one encoding and writes them in another, keeping all that was given.</summary>
internal static class ConvertCommand
{
    public static int Run(string[] args, Stream input, Stream output, TextWriter errors)
    {
        try
        {
            var options = ConvertOptions.Parse(args);
            var bytes = ReadAll(options.File, input);
            var documents = ObjectReader.Read(bytes, options.From ?? Encodings.Recognise(bytes));
            if (documents.Count == 0)
            {
                throw new WireException("no objects in the input");
            }

            Report(documents, options.Strict, errors);
            ObjectWriter.Write(documents, options.To, output);
            return 0;
        }
        catch (Exception e) when (e is WireException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            errors.WriteLine($"error: {e.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    private static void Report(IReadOnlyList<ReadObject> documents, bool strict, TextWriter errors)
    {
        foreach (var document in documents.Where(document => document.Findings.Count > 0))
        {
            var prefix = documents.Count > 1 ? $"document {document.Number}: " : "";
            if (strict)
            {
                throw new WireException(prefix + StrictScan.Describe(document.Findings));
            }

            foreach (var finding in document.Findings)
            {
                errors.WriteLine($"Warning: {prefix}{finding}");
            }
        }
    }

    private static byte[] ReadAll(string file, Stream input)
    {
        if (file != "-")
        {
            return File.ReadAllBytes(file);
        }

        var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }
}
